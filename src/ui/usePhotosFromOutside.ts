import { useEffect, useState } from "react";

/**
 * Takes a photo dropped anywhere on the page or pasted into it.
 *
 * @returns whether a file hovers over the page right now
 */
export function usePhotosFromOutside(onPhoto: (file: File) => void): boolean {
  const [hovering, setHovering] = useState(false);

  useEffect(() => {
    const take = (data: DataTransfer | null) => {
      const file = data?.files[0];
      if (file) onPhoto(file);
    };
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      take(clipboardData);
    };
    const onDragOver = (event: DragEvent) => {
      // Without this the browser opens the file instead of the page.
      event.preventDefault();
      setHovering(event.dataTransfer?.types.includes("Files") ?? false);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setHovering(false);
      take(event.dataTransfer);
    };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("paste", onPaste, { signal });
    document.addEventListener("dragover", onDragOver, { signal });
    document.addEventListener("dragleave", onDragLeave, { signal });
    document.addEventListener("drop", onDrop, { signal });
    return () => {
      listening.abort();
    };
  }, [onPhoto]);

  return hovering;
}
