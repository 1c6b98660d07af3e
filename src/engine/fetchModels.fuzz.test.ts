import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";

import { damagedBytes, FUZZ } from "../shared/testing/fuzzing.ts";
import { fetchModels } from "./fetchModels.ts";

const CONTENT = Uint8Array.from({ length: 200 }, (_, i) => (i * 37) % 251);
const FILE = {
  name: "weights.bin",
  bytes: CONTENT.length,
  sha256: createHash("sha256").update(CONTENT).digest("hex"),
};

it("hands out the weights themselves, however they come, or nothing", async () => {
  const body = fc.oneof(fc.constant(CONTENT), damagedBytes(CONTENT));
  const cuts = fc.array(fc.nat(CONTENT.length), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(body, cuts, fc.boolean(), async (bytes, places, breaks) => {
      let counted = 0;
      const port = {
        fetch: () => Promise.resolve(new Response(inPieces(bytes, places, breaks))),
        digest: (content: Uint8Array<ArrayBuffer>) => crypto.subtle.digest("SHA-256", content),
      };
      const result = await fetchModels(port, "https://site/models/", [FILE], (count) => {
        counted += count;
      });
      const isWhole = !breaks && Buffer.compare(bytes, CONTENT) === 0;
      expect(result.ok).toBe(isWhole);
      expect(counted).toBe(isWhole ? FILE.bytes : 0);
      if (result.ok) expect(result.value.get(FILE.name)).toEqual(CONTENT);
    }),
    FUZZ,
  );
});

/** @param breaks the line is lost behind the last piece */
function inPieces(bytes: Uint8Array, places: readonly number[], breaks: boolean): ReadableStream {
  const ends = [...places, bytes.length].toSorted((a, b) => a - b);
  return new ReadableStream({
    start(controller) {
      for (const [i, end] of ends.entries()) controller.enqueue(bytes.slice(ends[i - 1] ?? 0, end));
      if (breaks) controller.error(new TypeError("network error"));
      else controller.close();
    },
  });
}
