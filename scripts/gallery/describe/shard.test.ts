import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";

import { isInShard, parseShard } from "./shard.ts";

it("reads i/n", () => {
  expect(parseShard("2/8")).toEqual({ ok: true, value: { index: 2, count: 8 } });
});

it.each(["0/4", "5/4", "1/0", "1", "1/", "-1/2", "1.5/2", "1/2/3", " 1/2", "0x1/2", ""])(
  "refuses %j",
  (text) => {
    expect(parseShard(text)).toEqual({ ok: false, error: { kind: "notAShard", text } });
  },
);

it("goes by the first eight digits of the hash", () => {
  // 0x0000000a = 10, and 10 mod 4 = 2: the third part.
  const sha256 = `0000000a${"f".repeat(56)}`;
  const parts = [1, 2, 3, 4].filter((index) => isInShard(sha256, { index, count: 4 }));
  expect(parts).toEqual([3]);
});

it("gives each photo to exactly one shard, and to each about as many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (count, seed) => {
      const sizes = new Array<number>(count).fill(0);
      for (let i = 0; i < 900; i++) {
        const sha256 = createHash("sha256").update(`${seed} ${i}`).digest("hex");
        const parts = sizes.flatMap((_, part) =>
          isInShard(sha256, { index: part + 1, count }) ? [part] : [],
        );
        expect(parts).toHaveLength(1);
        sizes[parts[0]!]!++;
      }
      // Six standard deviations of a count of 100 are 57.
      expect(Math.min(...sizes)).toBeGreaterThan(900 / count - 90);
    }),
    { seed: 20241101, numRuns: 20 },
  );
});
