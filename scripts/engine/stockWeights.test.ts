import { setBackend } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { beforeAll, expect, it } from "vitest";

import { NETWORKS } from "../../src/engine/modelManifest.ts";
import { readWeights } from "../../src/engine/worker/weights.ts";
import { readModels } from "./readModels.ts";
import { decodeStockWeights } from "./stockWeights.ts";

beforeAll(() => setBackend("cpu"));

it.each(NETWORKS)("reads %s as tfjs does, to the last bit", async (network) => {
  const files = await readModels();
  const ours = readWeights(files, network);
  const stock = Object.entries(decodeStockWeights(files, network)).filter(
    ([, { dtype }]) => dtype === "float32",
  );
  expect([...ours.keys()]).toEqual(stock.map(([name]) => name));
  for (const [name, tensor] of stock) {
    const { shape, values } = ours.get(name)!;
    expect(shape, name).toEqual(tensor.shape);
    expect(Buffer.compare(bytesOf(values), bytesOf(tensor.dataSync())), name).toBe(0);
  }
});

function bytesOf(values: ArrayLike<number>): Buffer {
  return Buffer.from(Float32Array.from(values).buffer);
}
