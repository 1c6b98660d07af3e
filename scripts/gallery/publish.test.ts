import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { Gallery } from "../../src/gallery/gallery.ts";
import { publish, type Publication } from "./publish.ts";

let out: string;
beforeEach(async () => {
  out = join(await mkdtemp(join(tmpdir(), "publish-")), "gallery");
});
afterEach(() => rm(join(out, ".."), { recursive: true }));

it("writes nothing in a dry run, not even the folder, and says what it would change", async () => {
  expect(await publish(out, publication(["a"]), { dryRun: true })).toMatch(/^First gallery/);
  await expect(readdir(out)).rejects.toThrow("ENOENT");

  await publish(out, publication(["a"]));
  const before = await snapshot();
  const diff = await publish(out, publication(["b"]), { dryRun: true });
  expect(diff).toBe("1 person added: B\n1 person left out: A");
  expect(await snapshot()).toEqual(before);
});

it("says the same of the real run, and nothing of a second one", async () => {
  await publish(out, publication(["a"]));
  const dry = await publish(out, publication(["a", "b"]), { dryRun: true });
  expect(await publish(out, publication(["a", "b"]))).toBe(dry);
  expect(await publish(out, publication(["a", "b"]))).toBe(
    "Nothing changed: every file is the same",
  );
});

async function snapshot(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path, await readFile(path, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

function publication(ids: readonly string[]): Publication {
  const people = ids.map((id) => ({ id, name: id.toUpperCase(), photoCount: 5 }));
  return {
    files: {
      galleryJson: JSON.stringify({ people }),
      classifierJson: "{}",
      gallery: { people } as unknown as Gallery,
    },
    portraits: ids.map((id) => Buffer.from(id)),
    metrics: {},
  };
}
