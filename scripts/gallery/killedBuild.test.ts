/** A build that is killed again and again, and the bytes it ends with. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { seededRandom } from "../../src/shared/random.ts";
import { bundleScript } from "../bundleScript.mjs";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { contents, layOutPhotos, PORTRAITS } from "./buildTesting.ts";

const KILLS = 20;
/** Of an undisturbed build's time: from a process that has hardly started to one that is about to publish. */
const LATEST_KILL = 0.75;

describe.skipIf(!existsSync(PORTRAITS) || process.platform === "win32")("a killed build", () => {
  let dir: string;
  let bundle: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "killed-"));
    await layOutPhotos(dir, { people: 2, photosEach: 3, strangers: 1 });
    bundle = await bundleScript(PROJECT_ROOT, join(PROJECT_ROOT, "scripts/gallery/cli.ts"));
  }, 60_000);
  afterAll(async () => {
    await rm(dir, { recursive: true });
    await rm(dirname(bundle), { recursive: true });
  });

  it("ends with the bytes of an undisturbed one", { timeout: 400_000 }, async () => {
    const start = performance.now();
    expect(await build("undisturbed")).toBe("finished");
    const wholeMs = performance.now() - start;
    const wanted = await contents(join(dir, "undisturbed-out"));
    expect(Object.keys(wanted)).toContain("gallery.json");

    const random = seededRandom(20241105);
    let run = 0;
    for (let kills = 0; kills < KILLS;) {
      const afterMs = random() * LATEST_KILL * wholeMs;
      // Killing the parent alone must end its describing processes too.
      const end = await build(`run-${run}`, { afterMs, all: kills % 2 === 0 });
      if (end === "killed") kills++;
      else {
        // It was finished before it could be killed: from the beginning again.
        expect(await contents(join(dir, `run-${run}-out`))).toEqual(wanted);
        run++;
      }
    }
    expect(await build(`run-${run}`)).toBe("finished");
    expect(await contents(join(dir, `run-${run}-out`))).toEqual(wanted);
  });

  interface Kill {
    readonly afterMs: number;
    /** The whole process group, or only the process that was started. */
    readonly all: boolean;
  }

  /** @throws when it ends otherwise than by its own will or by `kill` */
  async function build(name: string, kill?: Kill): Promise<"finished" | "killed"> {
    const flags = ["--photos", "photos", "--strangers", "strangers", "--jobs", "2"];
    const places = ["--out", `${name}-out`, "--work", `${name}-work`, "--batch-size", "2"];
    const log = await open(join(dir, "log"), "w");
    const child = spawn(process.execPath, [bundle, "build", ...flags, ...places], {
      cwd: dir,
      stdio: ["ignore", "ignore", log.fd],
      detached: true,
    });
    const ended = once(child, "exit") as Promise<[number | null, string | null]>;
    const group = -child.pid!;
    let isKilled = false;
    if (kill) {
      await Promise.race([ended, wait(kill.afterMs)]);
      isKilled = child.exitCode === null && process.kill(kill.all ? group : child.pid!, "SIGKILL");
    }
    const [status, signal] = await ended;
    await untilGone(group);
    await log.close();
    if (status === 0) return "finished";
    if (isKilled && signal === "SIGKILL") return "killed";
    const said = await readFile(join(dir, "log"), "utf8");
    throw new Error(`The build ended with ${signal ?? String(status)}: ${said.slice(-2000)}`);
  }
});

/** Until no process of the group is left; the test's time limit ends the wait. */
async function untilGone(group: number): Promise<void> {
  for (;;) {
    try {
      process.kill(group, 0);
    } catch {
      return;
    }
    await wait(20);
  }
}
