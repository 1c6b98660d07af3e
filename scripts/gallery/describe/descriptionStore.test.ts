import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { fail } from "../../../src/shared/result.ts";
import { randomDescription, randomDescriptor, shaOf } from "./describeTesting.ts";
import { descriptionLine, parseDescription, stockCropLine } from "./descriptionRecord.ts";
import { openDescriptionStore, storeFolder } from "./descriptionStore.ts";
import { recordLine, writeSegment } from "./segmentFile.ts";

const random = seededRandom(20241102);
let dir: string;
let folder: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "store-"));
  folder = storeFolder(dir, "descriptions", "v1");
});
afterEach(() => rm(dir, { recursive: true }));

it("gives back what was written, to the last bit", async () => {
  const descriptions = [0, 1, 3].map((faces) => randomDescription(random, faces));
  await writeSegment(
    folder,
    descriptions.map((description, i) => descriptionLine(shaOf(`${i}`), description)),
  );
  const store = await openDescriptionStore(dir, "v1");
  expect(store.size).toBe(3);
  for (const [i, description] of descriptions.entries())
    expect(store.get(shaOf(`${i}`))).toEqual(description);
});

it("keeps any float32 there is in a descriptor, and any double in a score", () => {
  fc.assert(
    fc.property(
      fc.float32Array({ minLength: 128, maxLength: 128, noNaN: true, noDefaultInfinity: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (values, score) => {
        fc.pre(values.some((value) => value !== 0));
        const made = randomDescription(random, 1);
        if (!made.ok) throw new Error("made of a face");
        const face = { ...made.value.faces[0]!, descriptor: values as never, score };
        const written = { ok: true, value: { ...made.value, faces: [face] } } as const;
        const read = parseDescription(descriptionLine(shaOf("x"), written));
        if (!read.ok) throw new Error("was a face");
        expect(new Uint32Array(read.value.faces[0]!.descriptor.buffer)).toEqual(
          new Uint32Array(Float32Array.from(values).buffer),
        );
        // JSON has no minus zero.
        expect(read.value.faces[0]!.score === score).toBe(true);
      },
    ),
    { seed: 20241103 },
  );
});

it("remembers that a photo cannot be read, and that another was never seen", async () => {
  const error = fail({ kind: "notAnImage", message: "a text" });
  await writeSegment(folder, [descriptionLine(shaOf("text"), error)]);
  const store = await openDescriptionStore(dir, "v1");
  expect(store.get(shaOf("text"))).toEqual(error);
  expect(store.get(shaOf("other"))).toBeUndefined();
  expect(store.has(shaOf("other"))).toBe(false);
});

it("forgets everything when the engine changes", async () => {
  await writeSegment(folder, [descriptionLine(shaOf("a"), randomDescription(random, 1))]);
  expect((await openDescriptionStore(dir, "v2")).size).toBe(0);
});

it("adds the stock crop's descriptors where there are any", async () => {
  const stock = [randomDescriptor(random), randomDescriptor(random)];
  await writeSegment(folder, [
    descriptionLine(shaOf("a"), randomDescription(random, 2)),
    descriptionLine(shaOf("b"), randomDescription(random, 1)),
  ]);
  await writeSegment(storeFolder(dir, "stock-crops", "v1"), [stockCropLine(shaOf("a"), stock)]);
  const store = await openDescriptionStore(dir, "v1");
  const [a, b] = [store.get(shaOf("a")), store.get(shaOf("b"))];
  if (!a?.ok || !b?.ok) throw new Error("both were described");
  expect(a.value.faces.map((face) => face.stockDescriptor)).toEqual(stock);
  expect(b.value.faces[0]).not.toHaveProperty("stockDescriptor");
});

it.each<[string, (path: string) => Promise<void>]>([
  ["cut short", (path) => truncate(path, 900)],
  ["empty", (path) => truncate(path, 0)],
  ["changed in one letter", (path) => changeLetter(path, 300)],
  ["overwritten with garbage", (path) => writeFile(path, "garbage")],
])("leaves out a segment that is %s, and keeps the others", async (_, damage) => {
  const bad = await writeSegment(folder, [
    descriptionLine(shaOf("bad"), randomDescription(random, 1)),
  ]);
  await writeSegment(folder, [descriptionLine(shaOf("good"), randomDescription(random, 1))]);
  await damage(join(folder, bad));
  const store = await openDescriptionStore(dir, "v1");
  expect(store.damaged).toMatchObject([{ kind: "damagedSegment", name: bad }]);
  expect([store.has(shaOf("bad")), store.has(shaOf("good"))]).toEqual([false, true]);
});

it("leaves out a segment that is whole but holds something else", async () => {
  const name = await writeSegment(folder, ['{"something":"else"}']);
  const store = await openDescriptionStore(dir, "v1");
  expect(store.damaged).toMatchObject([{ name, message: "a line that is no record" }]);
});

it("reports a segment that cannot be read", async () => {
  const name = await writeSegment(folder, [recordLine(shaOf("a"), {})]);
  await rm(join(folder, name));
  await mkdir(join(folder, name));
  const store = await openDescriptionStore(dir, "v1");
  expect(store.damaged).toMatchObject([{ kind: "unreadableSegment", name }]);
});

it("does not see what another run is still writing", async () => {
  await writeSegment(folder, [descriptionLine(shaOf("a"), randomDescription(random, 0))]);
  await writeFile(join(folder, `${"0".repeat(64)}.jsonl.1234.tmp`), '{"sha256"');
  const store = await openDescriptionStore(dir, "v1");
  expect([store.size, store.damaged]).toEqual([1, []]);
});

it("takes the first of two records by their segments' names, whatever was written first", async () => {
  const lines = ["x", "y"].map((kind) => recordLine(shaOf("a"), { error: { kind } }));
  const names: string[] = [];
  for (const line of lines) names.push(await writeSegment(folder, [line]));
  const first = names[0]! < names[1]! ? "x" : "y";
  const store = await openDescriptionStore(dir, "v1");
  expect(store.get(shaOf("a"))).toMatchObject({ error: { kind: first } });
});

it("stops at a record whose descriptor is none", async () => {
  const description = randomDescription(random, 1);
  const line = descriptionLine(shaOf("a"), description).replace(
    /"descriptor":"[^"]*"/,
    '"descriptor":"AAAA"',
  );
  await writeSegment(folder, [line]);
  const store = await openDescriptionStore(dir, "v1");
  expect(() => store.get(shaOf("a"))).toThrow("damaged record");
});

it("names a segment by its content and leaves nothing else behind", async () => {
  const lines = [recordLine(shaOf("a"), { n: 1 })];
  const name = await writeSegment(folder, lines);
  expect(await writeSegment(folder, lines)).toBe(name);
  expect(await readdir(folder)).toEqual([name]);
  expect(name).toBe(`${shaOf(await readFile(join(folder, name), "utf8"))}.jsonl`);
});

async function changeLetter(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at]! ^= 1;
  await writeFile(path, bytes);
}
