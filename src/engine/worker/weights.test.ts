import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";

import { startWasm } from "./backend.ts";
import { readWeights, weightNamed } from "./weights.ts";

const LAYOUT = "face_recognition_model-weights_manifest.json";
const CONTENT = "face_recognition_model.bin";

describe("reading weights", () => {
  // Decoding makes tensors.
  beforeAll(() =>
    startWasm((file) =>
      createRequire(import.meta.url).resolve(`@tensorflow/tfjs-backend-wasm/dist/${file}`),
    ),
  );

  const layout = [
    {
      weights: [
        { name: "plain", shape: [2], dtype: "float32" },
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
    const content = new Uint8Array([9, 9, 9, ...floats(1.5, -2), 0, 2, 255]).subarray(3);
    const weights = readWeights(new Map([layoutFile(layout), [CONTENT, content]]), NETWORK);
    expect([...weightNamed(weights, "plain").values]).toEqual([1.5, -2]);
    expect([...weightNamed(weights, "bytes").values]).toEqual([-1, 0, 126.5]);
    expect(weightNamed(weights, "bytes").shape).toEqual([1, 3]);
  });

  it("refuses a missing file and a missing name", () => {
    expect(() => readWeights(new Map([layoutFile(layout)]), NETWORK)).toThrow("was not loaded");
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
