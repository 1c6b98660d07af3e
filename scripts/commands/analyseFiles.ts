/** What the commands `faces` and `match` share: files in, JSON lines out. */
import { Command } from "commander";

import type { DescribedFace } from "../../src/engine/worker/analysePhoto.ts";
import { openNodeEngine } from "../engine/openNodeEngine.ts";
import { decodePhotoFile } from "../photo/decodePhoto.ts";

/**
 * Prints `{file, width, height, faces}` or `{file, error}` for each file named
 * on the command line; the exit status is 1 if any failed. A photo without a
 * face has not failed.
 *
 * @param toJson what is printed of each face
 */
export async function analyseFiles(
  name: string,
  description: string,
  toJson: (face: DescribedFace) => object,
): Promise<void> {
  const command = new Command(name).description(description).argument("<file...>", "photos");
  const files = command.parse().args;
  const engine = await openNodeEngine();
  for (const file of files) {
    const photo = await decodePhotoFile(file);
    if (!photo.ok) {
      process.exitCode = 1;
      print({ file, error: photo.error });
      continue;
    }
    try {
      const { width, height, faces } = await engine.analyse(photo.value);
      print({ file, width, height, faces: faces.map(toJson) });
    } catch (error) {
      // One photo that the networks cannot take must not silence the others.
      process.exitCode = 1;
      print({ file, error: { kind: "engineFailed", message: String(error) } });
    }
  }
  engine.dispose();
}

/** A face as JSON holds it: the descriptor as an array. */
export function faceJson({ box, score, landmarks, quality, descriptor }: DescribedFace) {
  return { box, score, landmarks, quality, descriptor: [...descriptor] };
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
