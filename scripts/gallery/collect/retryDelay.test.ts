import fc from "fast-check";
import { expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { backoffMs, retryAfterMs } from "./retryDelay.ts";

const NOW = Date.UTC(2026, 0, 1, 12);

it("doubles, half of it at random, up to two minutes", () => {
  const bounds = [1, 2, 3, 20].map((n) => [backoffMs(n, () => 0), backoffMs(n, () => 1)]);
  expect(bounds).toEqual([
    [2500, 5000],
    [5000, 10_000],
    [10_000, 20_000],
    [60_000, 120_000],
  ]);
});

it("stays within its bounds for any attempt and seed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer(), (attempt, seed) => {
      const delay = backoffMs(attempt, seededRandom(seed));
      expect(delay).toBeGreaterThanOrEqual(2500);
      expect(delay).toBeLessThanOrEqual(120_000);
    }),
    { seed: 20240501 },
  );
});

it.each([
  ["5", 5000],
  [" 0 ", 0],
  ["Thu, 01 Jan 2026 12:00:30 GMT", 30_000],
  ["Thu, 01 Jan 2026 11:00:00 GMT", 0],
  [null, undefined],
  ["", undefined],
  ["soon", undefined],
  ["-5", undefined],
  ["1.5", undefined],
])("reads Retry-After: %s", (header, expected) => {
  expect(retryAfterMs(header, NOW)).toBe(expected);
});
