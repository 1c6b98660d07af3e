import { expect, it } from "vitest";

import type { BenchResults } from "../results.ts";
import { boundsOf, isMet } from "./bounds.ts";
import { reportOf } from "./report.ts";

const NOTHING: BenchResults = {
  startedAt: "2026-01-02T03:04:05.000Z",
  rounds: 1,
  photos: { selfie: { title: "640-pixel selfie", faces: 1 } },
  machine: {
    ...{ processor: "abacus", cores: 2, memoryGB: 8, system: "linux", node: "v20" },
    ...{ browser: "Chromium 1", webGl: "software", loadAtStart: 1 },
  },
  contenders: [
    { id: "ours", name: "Starlike", backend: "own choice", kind: "app" },
    { id: "quick", name: "Quick", backend: "WASM", kind: "peer" },
    { id: "painted", name: "Painted", backend: "WebGL", kind: "peer" },
  ],
  failures: [],
};

const WARM: BenchResults = {
  ...NOTHING,
  warm: [warm("ours", 60), warm("quick", 100), warm("painted", 900)],
};

it("judges by the fastest of all peers", () => {
  const [selfie, ...others] = boundsOf(WARM);
  expect(selfie).toMatchObject({ against: "quick", measured: 0.6, most: 0.7 });
  expect(isMet(selfie!)).toBe(true);
  expect(others).toEqual([]);
});

it("judges nothing that was not measured", () => {
  expect(boundsOf(NOTHING)).toEqual([]);
});

it("calls a bound unmet above its number, and met on it", () => {
  const bound = { what: "", most: 0.4, unit: "times" as const };
  expect(isMet({ ...bound, measured: 0.4 })).toBe(true);
  expect(isMet({ ...bound, measured: 0.41 })).toBe(false);
});

it("writes tables of what was measured, and what failed as a row", () => {
  const failures = [{ contender: "painted", part: "warm", message: "Error: lost | context\n at" }];
  const report = reportOf({ ...WARM, failures });
  expect(report).toContain("| Quick, WASM | 100 (100–100) | 0.60 of it |");
  expect(report).toContain("| painted | warm | Error: lost / context |");
  expect(report).not.toContain("visits");
});

function warm(contender: string, ms: number) {
  return { contender, photo: "selfie" as const, round: 0, ms, faces: 1 };
}
