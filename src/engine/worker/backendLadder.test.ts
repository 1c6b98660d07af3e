import { expect, it, vi } from "vitest";

import { backendLadder } from "./backendLadder.ts";

const hardware = () => "hardware" as const;
const named = (ladder: ReturnType<typeof backendLadder>) =>
  ladder.map(({ backend, reason, isUnpacked }) => `${backend}${isUnpacked ? "-" : ""} ${reason}`);

it("goes from WebGL over unpacked WebGL and WASM to plain JavaScript", () => {
  expect(named(backendLadder({}, hardware))).toEqual([
    "webgl preferred",
    "webgl- wrongWhenPacked",
    "wasm wrongWebGl",
    "cpu noWasm",
  ]);
});

it("begins with WASM where that was measured to be the quicker", () => {
  expect(named(backendLadder({ quicker: "wasm" }, hardware))).toEqual([
    "wasm preferred",
    "webgl preferred",
    "webgl- wrongWhenPacked",
    "cpu noWasm",
  ]);
});

it.each([
  ["none", "noWebGl"],
  ["software", "softwareWebGl"],
] as const)("does without WebGL where it is %s", (support, reason) => {
  expect(named(backendLadder({}, () => support))).toEqual([`wasm ${reason}`, "cpu noWasm"]);
});

it.each(["webgl", "wasm", "cpu"] as const)("takes %s and nothing else when asked to", (backend) => {
  const probe = vi.fn(hardware);
  expect(named(backendLadder({ backend }, probe))).toEqual([`${backend} requested`]);
  expect(probe).not.toHaveBeenCalled();
});

it.each([undefined, "webgl"] as const)(
  "leaves a WebGL that broke down, asked for: %s",
  (backend) => {
    const wish = { ...(backend && { backend }), webGlFailed: true };
    expect(named(backendLadder(wish, hardware))).toEqual(["wasm failedWebGl", "cpu noWasm"]);
  },
);

it("takes WASM when asked to, whatever became of WebGL", () => {
  const wish = { backend: "wasm", webGlFailed: true } as const;
  expect(named(backendLadder(wish, hardware))).toEqual(["wasm requested"]);
});
