import { expect, it } from "vitest";

import { inTurn } from "./inTurn.ts";

it("begins the next when the last has ended, and keeps their order", async () => {
  const seen: string[] = [];
  const results = await inTurn([3, 1, 2], async (item) => {
    seen.push(`begin ${item}`);
    await new Promise((resolve) => setTimeout(resolve, item));
    seen.push(`end ${item}`);
    return 10 * item;
  });
  expect(results).toEqual([30, 10, 20]);
  expect(seen).toEqual(["begin 3", "end 3", "begin 1", "end 1", "begin 2", "end 2"]);
});

it("stops at the first that fails", async () => {
  const work = (item: number) => (item === 2 ? Promise.reject(new Error("2")) : Promise.resolve());
  await expect(inTurn([1, 2, 3], work)).rejects.toThrow("2");
});
