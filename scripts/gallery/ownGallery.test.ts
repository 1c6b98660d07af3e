/** What docs/make-your-own-gallery.md promises, tried on the faces of six group photos. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { decodeGallery } from "../../src/gallery/decodeGallery.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

const DEMO = join(
  dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
  "demo",
);

describe("a gallery of one's own", { timeout: 240_000 }, () => {
  let dir: string;
  let sorted: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "own-gallery-"));
    await mkdir(join(dir, "party"));
    for (let i = 1; i <= 6; i++)
      await copyFile(join(DEMO, `sample${i}.jpg`), join(dir, "party", `${i}.jpg`));
    await writeFile(join(dir, "party", "list.txt"), "no photo");
    sorted = await gallery("sort", "--photos", "party", "--out", "people", "--distance", "0.55");
  }, 240_000);
  afterAll(() => rm(dir, { recursive: true }));

  it("sorts the faces of unsorted photos into folders, never two of one photo into one", async () => {
    expect(sorted).toContain("list.txt: notAnImage");
    expect(sorted).toContain("20 faces of 17 people in 7 photos");
    for (const folder of await peopleFolders()) {
      const photos = (await readdir(join(dir, "people", folder))).map((name) => name.split("-")[0]);
      expect(new Set(photos).size, folder).toBe(photos.length);
    }
  });

  it("does not overwrite what was sorted", async () => {
    await expect(gallery("sort", "--photos", "party", "--out", "people")).rejects.toThrow(
      "is not empty",
    );
  });

  it("makes a gallery that the app reads of those seen more than once, and lists the others", async () => {
    const said = await gallery(
      ...["build", "--photos", "people", "--out", "out", "--work", "work"],
      ...["--min-photos", "2", "--id", "party", "--title", "The party", "--jobs", "2"],
    );
    const read = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(dir, "out", name), "utf8"));
    const decoded = decodeGallery(await read("gallery.json"), await read("classifier.json"));
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    expect(decoded.value).toMatchObject({ id: "party", title: "The party" });
    expect(decoded.value.people.length).toBeGreaterThanOrEqual(2);
    expect(said).toContain("left out: Person 17 (1 good photo)");
  });

  async function peopleFolders(): Promise<readonly string[]> {
    const entries = await readdir(join(dir, "people"), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  async function gallery(...args: readonly string[]): Promise<string> {
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [join(PROJECT_ROOT, "scripts", "run.mjs"), "gallery/cli.ts", ...args],
      { cwd: dir, env: { ...process.env, INIT_CWD: dir } },
    );
    return stderr;
  }
});
