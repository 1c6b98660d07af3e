/**
 * The builder from end to end, on a folder made of the composite portraits:
 * three of them play the photos of one person.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { decodeGallery } from "../../src/gallery/decodeGallery.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { contents, layOutPhotos, PORTRAITS, portraitFiles } from "./buildTesting.ts";

const PEOPLE = 5;
const PHOTOS_EACH = 3;
const STRANGERS = 10;

describe.skipIf(!existsSync(PORTRAITS))("gallery build", () => {
  let dir: string;
  let messages: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "gallery-"));
    await layOut(dir);
    messages = await build(dir);
  }, 240_000);
  afterAll(() => rm(dir, { recursive: true }));

  it("publishes a gallery that the app can read", async () => {
    const decoded = decodeGallery(
      JSON.parse(await readOut(dir, "gallery.json")),
      JSON.parse(await readOut(dir, "classifier.json")),
    );
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const { people } = decoded.value;
    expect(people.map((person) => person.photoCount)).toEqual(new Array(PEOPLE).fill(PHOTOS_EACH));
    for (const { portrait } of people) {
      const { width, height } = await sharp(join(dir, "out", portrait)).metadata();
      expect([width, height]).toEqual([224, 280]);
    }
  });

  it("says why photos were not kept", async () => {
    expect(messages).toContain(
      `${PEOPLE * PHOTOS_EACH} of ${PEOPLE * PHOTOS_EACH + 3} photos kept`,
    );
    const report = await readFile(join(dir, "work", "faces.csv"), "utf8");
    expect(report).toContain("person-0/plain.png,drop,noFace");
    expect(report).toContain("person-0/text.jpg,drop,notAnImage");
    expect(report).toContain("person-0/two.png,drop,severalFaces");
  });

  it("measures what it publishes", async () => {
    const metrics = JSON.parse(await readOut(dir, "metrics.json")) as Record<string, unknown>;
    expect(metrics).toMatchObject({
      identification: { people: PEOPLE, photos: PEOPLE * PHOTOS_EACH },
      verification: { impostorPairs: 90, genuinePairs: 15 },
      strangers: { pairs: STRANGERS },
    });
  });

  it("gives the same bytes again without describing anything twice", async () => {
    const before = await contents(join(dir, "out"));
    const described = await newest(join(dir, "work", "descriptions"));
    await build(dir);
    expect(await contents(join(dir, "out"))).toEqual(before);
    expect(await newest(join(dir, "work", "descriptions"))).toBe(described);
  }, 120_000);
});

async function build(dir: string): Promise<string> {
  const args = ["--photos", "photos", "--out", "out", "--work", "work", "--strangers", "strangers"];
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [join(PROJECT_ROOT, "scripts", "run.mjs"), "gallery/cli.ts", "build", "--jobs", "1", ...args],
    { cwd: dir, env: { ...process.env, INIT_CWD: dir } },
  );
  return stderr;
}

/** Beside the usual photos three that are not kept. */
async function layOut(dir: string): Promise<void> {
  await layOutPhotos(dir, { people: PEOPLE, photosEach: PHOTOS_EACH, strangers: STRANGERS });
  const faces = await portraitFiles();
  const first = join(dir, "photos", "person-0");
  await writeFile(join(first, "text.jpg"), "only words");
  await plain(200).png().toFile(join(first, "plain.png"));
  await plain(600)
    .composite([
      { input: faces[0]!, left: 30, top: 100 },
      { input: faces[1]!, left: 330, top: 100 },
    ])
    .png()
    .toFile(join(first, "two.png"));
}

function plain(sidePx: number) {
  return sharp({ create: { width: sidePx, height: sidePx, channels: 3, background: "#9ab" } });
}

function readOut(dir: string, name: string): Promise<string> {
  return readFile(join(dir, "out", name), "utf8");
}

/** When the last file below a folder was written, ms. */
async function newest(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const times = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  return Math.max(...times);
}
