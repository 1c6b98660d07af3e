/** A process that describes photos under every condition. */
import { createHash } from "node:crypto";

import type { Descriptor } from "../../../src/face/descriptor.ts";
import { openNodeEngine, type NodeEngine } from "../../engine/openNodeEngine.ts";
import { decodePhotoFile } from "../../photo/decodePhoto.ts";
import { recordLine, writeSegment } from "../describe/segmentFile.ts";
import type { PhotoFile } from "../scan.ts";
import { CONDITIONS, perturbPhoto, type Condition } from "./perturbPhoto.ts";

/** The subcommand under which the CLI's own bundle serves. */
export const ROBUSTNESS_COMMAND = "robustness-worker";

/** To the process: try these. */
export type RobustnessRequest = readonly Pick<PhotoFile, "path" | "sha256">[];
/** From it: ready for some, the first time and after each. */
export interface RobustnessReady {
  /** The segment that holds the last ones; absent the first time. */
  readonly segment?: string;
}

/** Raised when a condition changes. */
const VERSION = 1;

/** Under what a photo's trial is kept. */
export function trialKey(sha256: string, condition: Condition): string {
  return createHash("sha256").update(`${VERSION} ${condition} ${sha256}`).digest("hex");
}

/** Serves until the parent goes away. Only under `fork`. */
export async function serveRobustness(folder: string): Promise<void> {
  const engine = await openNodeEngine();
  process.on("disconnect", () => process.exit());
  process.on("message", (message) => {
    void tryPhotos(engine, message as RobustnessRequest).then(async (lines) => {
      process.send!({ segment: await writeSegment(folder, lines) } satisfies RobustnessReady);
    });
  });
  process.send!({} satisfies RobustnessReady);
}

async function tryPhotos(
  engine: NodeEngine,
  photos: RobustnessRequest,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { path, sha256 } of photos) {
    const photo = await decodePhotoFile(path);
    if (!photo.ok) throw new Error(`${path}: ${photo.error.message}`);
    for (const condition of CONDITIONS) {
      const { faces } = await engine.analyse(await perturbPhoto(photo.value, condition));
      const record = { descriptor: encoded(faces[0]?.descriptor) };
      lines.push(recordLine(trialKey(sha256, condition), record));
    }
  }
  return lines;
}

/** The largest face's; null where none was found. */
function encoded(descriptor: Descriptor | undefined): string | null {
  return descriptor ? Buffer.from(Float32Array.from(descriptor).buffer).toString("base64") : null;
}
