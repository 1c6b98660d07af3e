import { describe, expect, it } from "vitest";

import { labelledSamples } from "./labelledSamples.ts";
import { prototypeModel } from "./prototypeModel.ts";
import { fitTemperature } from "./temperature.ts";

describe("prototypeModel", () => {
  it("is nearest mean, worked by hand", () => {
    const samples = labelledSamples([[0], [2], [3], [7]], [0, 0, 1, 1], 2);
    const { weights, biases } = prototypeModel(samples);
    // Means 1 and 5: logits x − ½ and 5x − 12½, over one temperature; equal at 3.
    const temperature = 1 / weights[0]!;
    expect(weights[1]! * temperature).toBeCloseTo(5, 12);
    expect(biases[0]! * temperature).toBeCloseTo(-0.5, 12);
    expect(biases[1]! * temperature).toBeCloseTo(-12.5, 12);
    // Each photo against the mean of the other one: 2, 0, 7 and 3 instead of the own mean.
    const heldOut = [-2, -12.5, 0, -2.5, 2.5, -3.5, 6.5, 16.5];
    expect(temperature).toBeCloseTo(fitTemperature(Float64Array.from(heldOut), [0, 0, 1, 1]), 9);
  });

  it("does without a temperature where nobody has two photos", () => {
    const { weights } = prototypeModel(labelledSamples([[1], [3]], [0, 1], 2));
    expect([...weights]).toEqual([1, 3]);
  });
});
