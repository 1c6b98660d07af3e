import { expect, it } from "vitest";

import type { FaceFeature } from "../../matching/featureDistances.ts";
import { summariseFeatures } from "./evidenceSummary.ts";

it("names the two that stand out, and the least", () => {
  const scores = [score("brows", 0.94), score("jaw", 0.75), score("eyes", 0.7), score("nose", 0.1)];
  expect(summariseFeatures(scores)).toEqual({
    kind: "alike",
    best: ["brows", "jaw"],
    least: "nose",
  });
});

it("names one where only one stands out", () => {
  expect(summariseFeatures([score("eyes", 0.8), score("jaw", 0.74)])).toEqual({
    kind: "alike",
    best: ["eyes"],
    least: "jaw",
  });
});

it("never names the same feature as best and as least", () => {
  expect(summariseFeatures([score("eyes", 0.99), score("jaw", 0.98)])).toMatchObject({
    best: ["eyes"],
    least: "jaw",
  });
});

it("says that nothing stands out", () => {
  expect(summariseFeatures([score("nose", 0.7499), score("jaw", 0.2)])).toEqual({
    kind: "nothing",
    nearest: "nose",
  });
});

it("refuses a face without features", () => {
  expect(() => summariseFeatures([])).toThrow();
});

function score(feature: FaceFeature, moreAlikeThan: number) {
  return { feature, moreAlikeThan, distance: 0 };
}
