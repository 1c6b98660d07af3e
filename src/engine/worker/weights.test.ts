import { describe, expect, it } from "vitest";

import { readWeights, weightNamed } from "./weights.ts";

const LAYOUT = "face_recognition_model-weights_manifest.json";
const CONTENT = "face_recognition_model.bin";

describe("reading weights", () => {
  const layout = [
    {
      weights: [
        { name: "plain", shape: [2], dtype: "float32" },
        {
          name: "count",
          shape: [],
          dtype: "int32",
          quantization: { dtype: "uint8", scale: 1, min: 0 },
        },
        {
          name: "bytes",
          shape: [1, 3],
          dtype: "float32",
          quantization: { dtype: "uint8", scale: 0.5, min: -1 },
        },
      ],
      paths: [CONTENT],
    },
  ];

  it("decodes numbers and bytes, from a view into a larger buffer too", () => {
    const content = new Uint8Array([9, 9, 9, ...floats(1.5, -2), 77, 0, 2, 255]).subarray(3);
    const weights = readWeights(new Map([layoutFile(layout), [CONTENT, content]]), NETWORK);
    expect([...weightNamed(weights, "plain").values]).toEqual([1.5, -2]);
    expect([...weightNamed(weights, "bytes").values]).toEqual([-1, 0, 126.5]);
    expect(weightNamed(weights, "bytes").shape).toEqual([1, 3]);
    expect(weights.has("count")).toBe(false);
  });

  it("refuses a missing file and a missing name", () => {
    expect(() => readWeights(new Map([layoutFile(layout)]), NETWORK)).toThrow("was not loaded");
    expect(() =>
      readWeights(new Map([layoutFile(layout), [CONTENT, new Uint8Array(13)]]), NETWORK),
    ).toThrow("every byte");
    expect(() => weightNamed(new Map(), "fc")).toThrow("fc");
  });
});

const NETWORK = "face_recognition_model";

function layoutFile(layout: unknown): [string, Uint8Array] {
  return [LAYOUT, new TextEncoder().encode(JSON.stringify(layout))];
}

function floats(...values: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer);
}
