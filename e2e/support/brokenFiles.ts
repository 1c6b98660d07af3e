// Files that are no photo, or no longer one.
import sharp from "sharp";

import type { PhotoFile } from "./photos.ts";

/** Every file that a person may pick by mistake, by what is wrong with it. */
export async function brokenFiles(wholeJpeg: Buffer): Promise<Readonly<Record<string, PhotoFile>>> {
  const pixel = { create: { width: 1, height: 1, channels: 3, background: "#8a7060" } } as const;
  return {
    "not an image": file("notes.pdf", "application/pdf", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\n")),
    "an empty file": file("empty.jpg", "image/jpeg", Buffer.alloc(0)),
    "a truncated JPEG": file("cut.jpg", "image/jpeg", wholeJpeg.subarray(0, 400)),
    "a JPEG cut in the middle of its pixels": file(
      "half.jpg",
      "image/jpeg",
      wholeJpeg.subarray(0, Math.floor(wholeJpeg.length * 0.3)),
    ),
    "an image of one pixel": file("one.png", "image/png", await sharp(pixel).png().toBuffer()),
    "an SVG": file(
      "drawing.svg",
      "image/svg+xml",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'),
    ),
    "a text named .jpg": file("letter.jpg", "image/jpeg", Buffer.from("Dear star,\n".repeat(200))),
  };
}

function file(name: string, mimeType: string, buffer: Buffer): PhotoFile {
  return { name, mimeType, buffer };
}
