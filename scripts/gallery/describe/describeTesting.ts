/** What the tests of describing are made of. */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { toDescriptor, type Descriptor } from "../../../src/face/descriptor.ts";
import { LANDMARK_COUNT } from "../../../src/face/geometry.ts";
import type { Random } from "../../../src/shared/random.ts";
import { ok } from "../../../src/shared/result.ts";
import type { PhotoFile } from "../scan.ts";
import { describedFace } from "../testing.ts";
import type { DescribedFace, PhotoDescription } from "./describedPhoto.ts";

/** The hash of a photo of that name. */
export function shaOf(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

export function photoNamed(name: string): PhotoFile {
  return { name, path: `/photos/${name}`, sha256: shaOf(name) };
}

/** A face as the engine might see one, its landmarks of float32 precision. */
export function randomFace(random: Random): DescribedFace {
  const landmarks = Array.from({ length: LANDMARK_COUNT }, () => ({
    x: Math.fround(random() * 4096),
    y: Math.fround(random() * 4096 - 10),
  }));
  return { ...describedFaceWithoutCrop(randomDescriptor(random)), landmarks, score: random() };
}

export function randomDescriptor(random: Random): Descriptor {
  const descriptor = toDescriptor(Float32Array.from({ length: 128 }, () => random() - 0.5));
  if (!descriptor.ok) throw new Error(descriptor.error.kind);
  return descriptor.value;
}

export function randomDescription(random: Random, faces: number): PhotoDescription {
  return ok({
    width: 1 + Math.floor(random() * 4096),
    height: 1 + Math.floor(random() * 4096),
    faces: Array.from({ length: faces }, () => randomFace(random)),
  });
}

/**
 * A worker without an engine, that does with a photo what its path says:
 * `poison` kills the process, `once` only the first time, `throws` fails as the
 * engine does, `gone` cannot be read, `full` finds the disk full. It notes each
 * start and each photo in `log` beside itself.
 *
 * @returns the script's path
 */
export async function writeFakeWorker(dir: string): Promise<string> {
  const path = join(dir, "worker.mjs");
  await writeFile(path, FAKE_WORKER);
  return path;
}

const FAKE_WORKER = `
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [command, part, folder] = process.argv.slice(2);
const here = new URL(".", import.meta.url).pathname;
const log = (text) => appendFileSync(join(here, "log"), text + "\\n");
process.on("disconnect", () => process.exit());
log("start " + command + " " + part);
if (existsSync(join(here, "broken"))) process.exit(3);

process.on("message", ({ photos }) => {
  const lines = [];
  for (const { path, sha256, landmarks } of photos) {
    log("photo " + path);
    if (path.includes("poison")) process.kill(process.pid, "SIGKILL");
    if (path.includes("once") && !existsSync(join(here, "died"))) {
      writeFileSync(join(here, "died"), "");
      process.kill(process.pid, "SIGKILL");
    }
    if (path.includes("throws"))
      return process.send({ kind: "engineFailed", message: "out of memory" }, () => process.exit(1));
    if (path.includes("full")) return process.send({ kind: "cannotWrite", message: "ENOSPC" });
    if (path.includes("gone")) continue;
    lines.push(JSON.stringify({ sha256, width: 1, height: landmarks?.length ?? 1, faces: [] }));
  }
  const unreadable = photos.length - lines.length;
  if (lines.length === 0) return process.send({ kind: "described", unreadable });
  const content = lines.join("\\n") + "\\n";
  const segment = createHash("sha256").update(content).digest("hex") + ".jsonl";
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, segment), content);
  process.send({ kind: "described", segment, unreadable });
});
process.send({ kind: "ready" });
`;

/** A face without the optional crop. */
function describedFaceWithoutCrop(descriptor: Descriptor): DescribedFace {
  const face = describedFace(descriptor);
  const { box, score, landmarks, quality } = face;
  return { box, score, landmarks, quality, descriptor };
}
