import { expect, it, vi } from "vitest";

import { theQuicker } from "./quickerBackend.ts";

/** Engines that are the ms that each of their runs takes, on a clock of their own. */
function measured(first: readonly number[], other: readonly number[] | undefined) {
  let now = 0;
  const runs = new Map<readonly number[], number>();
  const run = (engine: readonly number[]) => {
    const count = runs.get(engine) ?? 0;
    runs.set(engine, count + 1);
    now += engine[count % engine.length]!;
    return Promise.resolve();
  };
  const openOther = vi.fn(() => Promise.resolve(other));
  const runsOf = (engine: readonly number[]) => runs.get(engine) ?? 0;
  return { outcome: theQuicker(first, openOther, run, () => now), openOther, runsOf };
}

it("does not open another where the first is surely quick", async () => {
  const first = [50];
  const { outcome, openOther, runsOf } = measured(first, [1]);
  expect(await outcome).toEqual({ quicker: first });
  expect(runsOf(first)).toBe(1);
  expect(openOther).not.toHaveBeenCalled();
});

it("takes the quicker one, and hands out the one that lost", async () => {
  expect(await measured([300], [200]).outcome).toEqual({ quicker: [200], left: [300] });
  expect(await measured([200], [300]).outcome).toEqual({ quicker: [200], left: [300] });
});

it("keeps the first where both take as long, or there is no other", async () => {
  const first = [300, 300];
  const { quicker, left } = await measured(first, [300]).outcome;
  expect(quicker).toBe(first);
  expect(left).toEqual([300]);
  expect(await measured([300], undefined).outcome).toEqual({ quicker: [300] });
});

it("goes by the best run of each: something else may have been at work", async () => {
  expect((await measured([900, 100, 900], [200]).outcome).quicker).toEqual([900, 100, 900]);
});

it("leaves one that fails on the way", async () => {
  const refuse = (engine: string) =>
    engine === "first" ? Promise.reject(new Error("a driver")) : Promise.resolve();
  const outcome = await theQuicker(
    "first",
    () => Promise.resolve("other"),
    refuse,
    () => 0,
  );
  expect(outcome).toEqual({ quicker: "other", left: "first" });
});
