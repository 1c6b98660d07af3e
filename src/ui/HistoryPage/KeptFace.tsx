import { useEffect, useState, type ReactElement } from "react";

import { PixelCanvas } from "../PixelCanvas/PixelCanvas.tsx";

interface Props {
  readonly blob: Blob;
  readonly label: string;
  readonly className?: string | undefined;
}

/** The person's own face out of the history; nothing where the file cannot be decoded. */
export function KeptFace({ blob, label, className }: Props): ReactElement | null {
  const [pixels, setPixels] = useState<ImageBitmap>();

  useEffect(() => {
    let isWanted = true;
    let opened: ImageBitmap | undefined;
    createImageBitmap(blob).then(
      (bitmap) => {
        if (!isWanted) {
          bitmap.close();
          return;
        }
        opened = bitmap;
        setPixels(bitmap);
      },
      () => {
        // A damaged picture is no reason to withhold the result.
      },
    );
    return () => {
      isWanted = false;
      opened?.close();
    };
  }, [blob]);

  return pixels ? <PixelCanvas className={className} pixels={pixels} label={label} /> : null;
}
