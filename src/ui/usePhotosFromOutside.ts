import { useEffect, useState } from "react";

/**
 * Takes photos dropped anywhere on the page or pasted into it. Text is left to
 * whoever it was meant for.
 *
 * @param onPhotos called with one file at least
 * @returns whether files hover over the page right now
 */
export function usePhotosFromOutside(onPhotos: (files: readonly File[]) => void): boolean {
  const [hovering, setHovering] = useState(false);

  useEffect(() => {
    const take = (data: DataTransfer | null) => {
      const files = [...(data?.files ?? [])];
      if (files.length > 0) onPhotos(files);
    };
    const onPaste = ({ clipboardData, target }: ClipboardEvent) => {
      // Office programs put a picture of the text beside the text.
      if (!isTextField(target)) take(clipboardData);
    };
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      // Without this the browser opens the file instead of the page.
      event.preventDefault();
      setHovering(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setHovering(false);
    };
    const onDrop = (event: DragEvent) => {
      setHovering(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
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
  }, [onPhotos]);

  return hovering;
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
