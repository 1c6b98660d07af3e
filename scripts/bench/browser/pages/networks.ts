/** The networks alone, beside the backend's own matrix product and face-api's recogniser. */
import plainWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simdWasm from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { matMul, profile, randomUniform, slice, tensor3d, tidy } from "@tensorflow/tfjs-core";
import { FaceRecognitionNet, NetInput } from "@vladmandic/face-api";

import { MODEL_FILES } from "../../../../src/engine/modelManifest.ts";
import { startWasm, startWebGl } from "../../../../src/engine/worker/backend.ts";
import { buildNetworks } from "../../../../src/engine/worker/networks.ts";
import { createRecogniser } from "../../../../src/engine/worker/recogniser.ts";
import { drawTestChip } from "../../../../src/engine/worker/selfTest.ts";
import { readWeights } from "../../../../src/engine/worker/weights.ts";
import { decodeStockWeights } from "../../../engine/stockWeights.ts";
import type { RgbaImage } from "../../../../src/face/rgbaImage.ts";
import { median, pairedRatio } from "../../statistics.ts";
import type { FloorFigures, RecogniserFigures } from "../../results.ts";
import { flopsOf, launched, productFlops } from "./kernels.ts";

type Backend = FloorFigures["backend"];

declare global {
  interface Window {
    /**
     * From the weights' bytes to the first descriptors, ms. Once in a browser:
     * the second time its shaders are known.
     */
    measureFirstRun: (backend: Backend, whose: "ours" | "stock") => Promise<number>;
    measureWarmRuns: (backend: Backend, rounds: number) => Promise<WarmRuns>;
  }
}

interface WarmRuns {
  readonly floor: readonly FloorFigures[];
  readonly recogniser: Omit<RecogniserFigures, "firstMs" | "stockFirstMs" | "firstRatio">;
}

/** Rows, inner length and columns of the product that the rate is taken from: a large one, which suits every backend. */
const PRODUCT = [1024, 512, 512] as const;
const TINY_SIDES_PX = [160, 224, 320, 416] as const;

type Work = () => Promise<unknown>;

window.measureFirstRun = async (backend, whose) => {
  await startBackend(backend);
  const files = await fetchModels();
  const start = performance.now();
  await (whose === "ours" ? ourRecogniser(files) : stockRecogniser(files))();
  return performance.now() - start;
};

window.measureWarmRuns = async (backend, rounds) => {
  await startBackend(backend);
  const files = await fetchModels();
  const ours = new Map(Object.entries(ourNetworks(files)));
  const works = new Map([
    ...ours,
    ["stock", stockRecogniser(files)] as const,
    ["product", productWork()] as const,
  ]);
  for (const work of works.values()) await work();
  const times = await inRounds(works, rounds);
  const matMulFlops = productFlops(PRODUCT) / (least(times.get("product")!) / 1000);
  const floor: FloorFigures[] = [];
  for (const [network, work] of ours)
    floor.push({
      ...{ backend, network, matMulFlops, leastMs: least(times.get(network)!) },
      ...(await profiled(work)),
    });
  const [own, stock] = [times.get("recogniser")!, times.get("stock")!];
  return {
    floor,
    recogniser: {
      backend,
      kernels: (await profiled(works.get("recogniser")!)).kernels,
      stockKernels: (await profiled(works.get("stock")!)).kernels,
      warmMs: middle(own),
      stockWarmMs: middle(stock),
      warmRatio: pairedRatio(own, stock)!,
    },
  };
};

async function startBackend(backend: Backend): Promise<void> {
  if (backend === "wasm") await startWasm(locateWasm);
  else await startWebGl();
  // The context or the module is there once something has run.
  const one = tidy(() => slice(randomUniform([2, 2]), [0, 0], [1, 1]));
  await one.data();
  one.dispose();
}

/** Of a chip and its mirror image, as for one face. */
function ourRecogniser(files: ReadonlyMap<string, Uint8Array>): Work {
  const recogniser = createRecogniser(readWeights(files, "face_recognition_model"));
  const chip = drawTestChip();
  return () => recogniser.describe([chip, chip]);
}

function ourNetworks(files: ReadonlyMap<string, Uint8Array>) {
  const { landmarks, tiny, ssd } = buildNetworks(files);
  const view = noise(512);
  const data = drawTestChip().data.slice(0, 112 * 112 * 3);
  return {
    recogniser: ourRecogniser(files),
    landmarks: () => landmarks.locate([{ width: 112, height: 112, data }]),
    "Tiny, four sizes": async () => {
      for (const sidePx of TINY_SIDES_PX) await tiny.locate(view, sidePx, 0.5);
    },
    SSD: () => ssd.locate(view, 0.3, 100),
  } satisfies Record<string, Work>;
}

/** face-api's own forward on the same two chips. */
function stockRecogniser(files: ReadonlyMap<string, Uint8Array>): Work {
  const stock = new FaceRecognitionNet();
  // face-api types tensors by the tfjs it bundles; at run time there is one tfjs.
  stock.loadFromWeightMap(decodeStockWeights(files, "face_recognition_model") as never);
  const { width, height, data } = drawTestChip();
  return async () => {
    const chips = [data, data].map((values) => tensor3d(values, [height, width, 3]));
    await stock.computeFaceDescriptor(new NetInput(chips as never, true));
    for (const chip of chips) chip.dispose();
  };
}

function productWork(): Work {
  const [rows, inner, columns] = PRODUCT;
  const a = randomUniform([rows, inner]);
  const b = randomUniform([inner, columns]);
  return async () => {
    // One number is enough to know that all are computed.
    const corner = tidy(() => slice(matMul(a, b), [0, 0], [1, 1]));
    await corner.data();
    corner.dispose();
  };
}

async function inRounds(works: ReadonlyMap<string, Work>, rounds: number) {
  const warm = new Map([...works.keys()].map((name) => [name, [] as RoundTime[]]));
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of works) warm.get(name)!.push({ round, value: await timed(work) });
  return warm;
}

interface RoundTime {
  readonly round: number;
  readonly value: number;
}

function middle(times: readonly RoundTime[]): number {
  return median(times.map(({ value }) => value));
}

/** What other work on the machine disturbed least. */
function least(times: readonly RoundTime[]): number {
  return Math.min(...times.map(({ value }) => value));
}

async function timed(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function profiled(work: Work) {
  const { kernels } = await profile(async () => {
    await work();
    return [];
  });
  return { kernels: launched(kernels).length, flops: flopsOf(kernels) };
}

async function fetchModels(): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = MODEL_FILES.map(async ({ name }) => {
    const response = await fetch(new URL(`./models/${name}`, document.baseURI));
    return [name, new Uint8Array(await response.arrayBuffer())] as const;
  });
  return new Map(await Promise.all(entries));
}

function locateWasm(file: string): string {
  return new URL(file === "tfjs-backend-wasm.wasm" ? plainWasm : simdWasm, import.meta.url).href;
}

/** Nobody is in it, and no two pixels are alike. */
function noise(sidePx: number): RgbaImage {
  const data = new Uint8ClampedArray(sidePx * sidePx * 4);
  for (let i = 0; i < data.length; i++) data[i] = Math.imul(i + 1, 2654435761) >>> 24;
  return { width: sidePx, height: sidePx, data };
}
