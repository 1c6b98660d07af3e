import fc from "fast-check";
import { expect, it } from "vitest";

import { cacheName } from "../shared/cacheNames.ts";
import { FUZZ } from "../shared/testing/fuzzing.ts";
import { createWorld, fileOf, keyOf, SCOPE } from "./fileStoreTesting.ts";

const CONTENTS = { "index.html": "start", "app.js": "program", "models/a.bin": "weights" };
const PATHS = Object.keys(CONTENTS) as (keyof typeof CONTENTS)[];
const FILES = PATHS.map((path) =>
  fileOf(path, CONTENTS[path], path.startsWith("models") ? "data" : "shell"),
);

/** Of a file in the cache or on the host: right, half, another one, a hotel's page, or not there at all. */
const state = (right: string) =>
  fc.oneof(
    fc.constantFrom(right, right.slice(0, 3), "<!doctype html>", "", undefined),
    fc.string({ maxLength: 9 }),
  );
const states = fc.tuple(...PATHS.map((path) => state(CONTENTS[path])));

it("never says that it is complete with a file that is not the release's", async () => {
  await fc.assert(
    fc.asyncProperty(states, states, async (kept, served) => {
      const site = Object.fromEntries(
        PATHS.flatMap((path, i) => (served[i] === undefined ? [] : [[path, served[i]]])),
      );
      const { store, caches } = createWorld(site, FILES);
      for (const [i, file] of FILES.entries())
        if (kept[i] !== undefined)
          await (
            await caches.port.open(cacheName(file.part, SCOPE))
          ).put(keyOf(file), new Response(kept[i]));

      const canBeWhole = PATHS.every(
        (path, i) => kept[i] === CONTENTS[path] || served[i] === CONTENTS[path],
      );
      const keeping = store.keepMissing(
        () => Promise.resolve(),
        () => undefined,
      );
      if (canBeWhole) await keeping;
      else await expect(keeping).rejects.toThrow("is not the file of this release");
      expect(await store.isComplete()).toBe(canBeWhole);
      if (!canBeWhole) return;
      for (const [i, file] of FILES.entries()) {
        const answer = await store.answer(file, new Request(`${SCOPE}${file.url}`));
        expect(await answer.text()).toBe(CONTENTS[PATHS[i]!]);
      }
    }),
    FUZZ,
  );
});
