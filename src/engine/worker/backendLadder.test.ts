import { expect, it, vi } from "vitest";

import { backendLadder } from "./backendLadder.ts";

const hardware = () => Promise.resolve("hardware" as const);
const named = async (ladder: ReturnType<typeof backendLadder>) =>
  (await ladder).map(
    ({ backend, reason, isUnpacked }) => `${backend}${isUnpacked ? "-" : ""} ${reason}`,
  );

it("goes from WebGL over unpacked WebGL and WASM to plain JavaScript", async () => {
  expect(await named(backendLadder({}, hardware))).toEqual([
    "webgl preferred",
    "webgl- wrongWhenPacked",
    "wasm wrongWebGl",
    "cpu noWasm",
  ]);
});

it("begins with WASM where that was measured to be the quicker", async () => {
  const probe = vi.fn(hardware);
  expect(await named(backendLadder({ quicker: "wasm" }, probe))).toEqual([
    "wasm preferred",
    "webgl preferred",
    "webgl- wrongWhenPacked",
    "cpu noWasm",
  ]);
  expect(probe).not.toHaveBeenCalled();
});

it.each([
  ["none", "noWebGl"],
  ["software", "softwareWebGl"],
] as const)("does without WebGL where it is %s", async (support, reason) => {
  const probe = () => Promise.resolve(support);
  expect(await named(backendLadder({}, probe))).toEqual([`wasm ${reason}`, "cpu noWasm"]);
});

it.each(["webgl", "wasm", "cpu"] as const)(
  "takes %s and nothing else when asked to",
  async (backend) => {
    const probe = vi.fn(hardware);
    expect(await named(backendLadder({ backend }, probe))).toEqual([`${backend} requested`]);
    expect(probe).not.toHaveBeenCalled();
  },
);

it.each([undefined, "webgl"] as const)(
  "leaves a WebGL that broke down, asked for: %s",
  async (backend) => {
    const wish = { ...(backend && { backend }), webGlFailed: true };
    expect(await named(backendLadder(wish, hardware))).toEqual(["wasm failedWebGl", "cpu noWasm"]);
  },
);

it("takes WASM when asked to, whatever became of WebGL", async () => {
  const wish = { backend: "wasm", webGlFailed: true } as const;
  expect(await named(backendLadder(wish, hardware))).toEqual(["wasm requested"]);
});
