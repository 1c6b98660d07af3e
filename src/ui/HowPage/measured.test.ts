import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { MEASURED } from "./measured.ts";

interface Metrics {
  readonly robustness: readonly {
    readonly condition: string;
    readonly found: number;
    readonly top1: number;
  }[];
  readonly groups: {
    readonly presentsAs: readonly { readonly group: string; readonly top1: number }[];
  };
}

const metrics = JSON.parse(
  readFileSync(new URL("../../../public/gallery/metrics.json", import.meta.url), "utf8"),
) as Metrics;

it("tells the figures of the gallery as it was last built", () => {
  expect(MEASURED).toEqual({
    darkNotFound: rounded(1 - condition("dark").found, 2),
    blurredMissed: rounded(1 - condition("blur").top1, 2),
    women: rounded(group("woman"), 3),
    men: rounded(group("man"), 3),
  });
});

function condition(name: string) {
  const found = metrics.robustness.find(({ condition }) => condition === name);
  if (!found) throw new Error(`metrics.json has no condition ${name}`);
  return found;
}

function group(name: string): number {
  const found = metrics.groups.presentsAs.find(({ group }) => group === name);
  if (!found) throw new Error(`metrics.json has no group ${name}`);
  return found.top1;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
