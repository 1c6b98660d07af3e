import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { writeWhole } from "./atomicFile.ts";

/**
 * The result of a stage, computed unless an earlier run left it for the same
 * inputs. Trusted unread: only this function writes there.
 *
 * @param key everything the result depends on, the stage's own version included
 * @param compute its result must survive JSON
 */
export async function cachedStage<T>(
  { cacheDir, stage, key }: StageKey,
  compute: () => T | Promise<T>,
): Promise<T> {
  const hash = createHash("sha256").update(key).digest("hex");
  const path = join(cacheDir, "stages", `${stage}-${hash.slice(0, 32)}.json`);
  if (existsSync(path)) return JSON.parse(await readFile(path, "utf8")) as T;
  const result = await compute();
  await writeWhole(path, JSON.stringify(result));
  return result;
}

export interface StageKey {
  readonly cacheDir: string;
  readonly stage: string;
  readonly key: string;
}
