/** Ways out of the app for a file; each is offered only where the browser has it. */
import { fail, ok, type Result } from "../../shared/result.ts";

type Sharer = Pick<Navigator, "share" | "canShare">;

export function canShareFile(file: File, sharer: Partial<Sharer> = navigator): boolean {
  return sharer.share !== undefined && sharer.canShare?.({ files: [file] }) === true;
}

/** `cancelled`: the person closed the system's sheet, which is no failure. */
export async function shareFile(
  file: File,
  sharer: Sharer = navigator,
): Promise<Result<"sent" | "cancelled", { readonly kind: "shareFailed" }>> {
  try {
    await sharer.share({ files: [file] });
    return ok("sent");
  } catch (e) {
    const isCancelled = e instanceof DOMException && e.name === "AbortError";
    return isCancelled ? ok("cancelled") : fail({ kind: "shareFailed" });
  }
}

/** Long enough for a browser that asks where to save. */
const URL_KEPT_MS = 60_000;

export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, URL_KEPT_MS);
}

export function canCopyImages(): boolean {
  return typeof ClipboardItem !== "undefined" && "clipboard" in navigator;
}

/**
 * Copies a PNG.
 *
 * @param png a promise, since Safari lets only what was asked for within the click reach the clipboard
 */
export async function copyImage(
  png: Promise<Blob>,
  clipboard: Pick<Clipboard, "write"> = navigator.clipboard,
): Promise<Result<"copied", { readonly kind: "copyFailed" }>> {
  try {
    await clipboard.write([new ClipboardItem({ "image/png": png })]);
    return ok("copied");
  } catch {
    return fail({ kind: "copyFailed" });
  }
}
