import { useEffect, useRef, type ReactElement } from "react";

import type { RgbaImage } from "../../face/rgbaImage.ts";

interface Props {
  readonly pixels: ImageBitmap | RgbaImage;
  /** Absent for a picture that says nothing the words beside it do not. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** Pixels as a picture. Nothing is encoded, so nothing gets a URL that could be sent. */
export function PixelCanvas({ pixels, label, className }: Props): ReactElement {
  const ref = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const context = ref.current?.getContext("2d");
    if (!context) return;
    if ("data" in pixels)
      context.putImageData(
        new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height),
        0,
        0,
      );
    else context.drawImage(pixels, 0, 0);
  }, [pixels]);

  const role = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <canvas ref={ref} className={className} width={pixels.width} height={pixels.height} {...role} />
  );
}
