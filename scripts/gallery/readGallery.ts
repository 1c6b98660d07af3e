import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { decodeGallery } from "../../src/gallery/decodeGallery.ts";
import type { Gallery } from "../../src/gallery/gallery.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

/** The folder of the gallery that ships with the app. */
export const SHIPPED_GALLERY = join(PROJECT_ROOT, "public", "gallery");

interface ReadGallery {
  readonly gallery: Gallery;
  /** Of both its files, as they lie there. */
  readonly bytes: number;
}

/** A published gallery. @throws Error when it cannot be read */
export async function readGallery(folder = SHIPPED_GALLERY): Promise<ReadGallery> {
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const texts = [await read("gallery.json"), await read("classifier.json")] as const;
  const [gallery, classifier] = texts.map((text) => JSON.parse(text) as unknown);
  const decoded = decodeGallery(gallery, classifier);
  if (!decoded.ok) throw new Error(`${folder}: ${JSON.stringify(decoded.error)}`);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { gallery: decoded.value, bytes };
}
