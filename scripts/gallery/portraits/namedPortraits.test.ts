/** Every composite portrait, fed back as if it were a photo. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { rank } from "../../../src/matching/rank.ts";
import { openNodeEngine } from "../../engine/openNodeEngine.ts";
import { decodePhotoFile } from "../../photo/decodePhoto.ts";
import { readGallery, SHIPPED_GALLERY } from "../readGallery.ts";

it.skipIf(!existsSync(SHIPPED_GALLERY))(
  "finds one face in each portrait and gives it its own name",
  async () => {
    const { gallery } = await readGallery();
    const rankable = { ...gallery, prototypes: gallery.people.map((p) => p.prototype) };
    const engine = await openNodeEngine();
    const faceCounts: Record<string, number> = {};
    const misnamed: string[] = [];
    for (const [index, { id, portrait }] of gallery.people.entries()) {
      const photo = await decodePhotoFile(join(SHIPPED_GALLERY, portrait));
      if (!photo.ok) throw new Error(`${portrait}: ${photo.error.message}`);
      const { faces } = await engine.analyse(photo.value);
      if (faces.length !== 1) faceCounts[id] = faces.length;
      const [best] = faces[0] ? rank(rankable, faces[0].descriptor).matches : [];
      if (best?.index !== index) misnamed.push(id);
    }
    engine.dispose();
    expect(faceCounts).toEqual({});
    expect(misnamed.length, misnamed.join()).toBeLessThanOrEqual(gallery.people.length * 0.02);
  },
  300_000,
);
