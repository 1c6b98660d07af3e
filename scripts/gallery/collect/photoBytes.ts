/** Whether the bytes that came are the photo that was asked for. */
import { createHash } from "node:crypto";

import { fail, ok } from "../../../src/shared/result.ts";
import type { Answer, Reading } from "./politeClient.ts";
import type { FreePhoto } from "./judgeFile.ts";

/**
 * Reads a download. The content must begin like one of the raster formats; an
 * original must have the size and SHA-1 that Commons states. A scaled image has
 * no stated sum, so its end is looked for instead.
 */
export function readPhoto({ file, download }: FreePhoto, { body }: Answer): Reading<Uint8Array> {
  const bytes = Buffer.from(body);
  const format = formatOf(bytes);
  if (format === undefined) return unusable("not an image");
  if (!download.isOriginal)
    return hasEnd(format, bytes) ? ok(body) : unusable("the image is cut short");
  if (body.length !== file.size) return unusable(`${body.length} bytes instead of ${file.size}`);
  return sha1(body) === file.sha1 ? ok(body) : unusable("the SHA-1 differs");
}

export function sha1(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

type Format = "jpeg" | "png" | "webp" | "tiff";

function formatOf(bytes: Buffer): Format | undefined {
  const start = bytes.toString("latin1", 0, 12);
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return "webp";
  if (start.startsWith("II*\0") || start.startsWith("MM\0*")) return "tiff";
  return undefined;
}

/** Some servers let bytes follow the end; nobody leaves the end out. */
function hasEnd(format: Format, bytes: Buffer): boolean {
  switch (format) {
    case "jpeg":
      return bytes.lastIndexOf("\xff\xd9", undefined, "latin1") > 0;
    case "png":
      return bytes.includes("IEND", 0, "latin1");
    case "webp":
      return bytes.length >= bytes.readUInt32LE(4) + 8;
    case "tiff":
      return true;
  }
}

function unusable(why: string) {
  return fail({ kind: "unusableAnswer", why });
}
