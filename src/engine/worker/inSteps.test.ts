import { expect, it } from "vitest";

import { inSteps } from "./inSteps.ts";

it("tells of a download in steps that are worth drawing, and of its end", () => {
  expect(toldOf(400_001, [1, 100_000, 99_999, 1, 199_999, 1])).toEqual([1, 200_001, 400_001]);
});

it("tells of a file that starts over", () => {
  expect(toldOf(900_000, [300_000, -300_000, 100_000, 200_000])).toEqual([300_000, 0, 300_000]);
});

function toldOf(totalBytes: number, pieces: readonly number[]): number[] {
  const told: number[] = [];
  const add = inSteps(totalBytes, (loadedBytes) => told.push(loadedBytes));
  for (const bytes of pieces) add(bytes);
  return told;
}
