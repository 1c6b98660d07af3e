/** The tables of what was measured of single parts. */
import type { BenchResults } from "../results.ts";
import { NONE, number, table } from "./markdown.ts";

/** Least time that the multiplications need at the rate of a large matrix product, and what is taken. */
export function floorTable({ floor }: BenchResults): string | undefined {
  if (floor === undefined || floor.length === 0) return undefined;
  const rows = floor.map(({ backend, network, flops, matMulFlops, leastMs, kernels }) => {
    const floorMs = (flops / matMulFlops) * 1000;
    return [
      `${network}, ${backend}`,
      number(flops / 1e9),
      number(matMulFlops / 1e9),
      number(floorMs),
      number(leastMs),
      number(floorMs / leastMs),
      String(kernels),
    ];
  });
  return table(
    [
      "networks, at their best",
      "GFLOP",
      "GFLOP a second of the matrix product",
      "floor, ms",
      "taken, ms",
      "floor/taken",
      "kernels",
    ],
    rows,
  );
}

export function recogniserTable({ recogniser }: BenchResults): string | undefined {
  if (recogniser === undefined || recogniser.length === 0) return undefined;
  const rows = recogniser.map((one) => [
    one.backend,
    `${one.kernels} of ${one.stockKernels}`,
    `${number(one.firstMs)} of ${number(one.stockFirstMs)}`,
    number(one.firstRatio),
    `${number(one.warmMs)} of ${number(one.stockWarmMs)}`,
    number(one.warmRatio),
  ]);
  const header = ["kernels", "first run, ms", "by rounds", "warm, ms", "by rounds"];
  return table(["recogniser, ours of face-api's", ...header], rows);
}

export function rankingTable({ ranking }: BenchResults): string | undefined {
  if (ranking === undefined) return undefined;
  return table(
    ["ranking, people", "ms", "at best", "in memory, MB", "files at what ours take a person, MB"],
    ranking.map(({ people, ms, leastMs, memoryMB, fileMB }) => [
      number(people),
      number(ms),
      number(leastMs),
      number(memoryMB),
      fileMB === undefined ? NONE : number(fileMB),
    ]),
  );
}

export function builderText({ builder }: BenchResults): string | undefined {
  if (builder === undefined) return undefined;
  const { photos, ours, stock, ratioPerCore } = builder;
  return (
    `Builder, ${photos} photos by turns in one process: ${number(ours.photosPerCoreSecond)} photos a second of the processor, ` +
    `face-api's own loop ${number(stock.photosPerCoreSecond)}; ${number(ratioPerCore)} times as many.`
  );
}

export function trainingText({ training }: BenchResults): string | undefined {
  if (training === undefined) return undefined;
  const { classes, photos, ours, comparison } = training;
  const what = `Training, ${classes} people of ${photos} photos: ${number(ours[0]?.seconds ?? 0)} s`;
  if (comparison.length === 0) return `${what}; no scikit-learn here to compare with.`;
  const rows = comparison.map((one) => [
    String(one.gradientTolerance),
    one.blasThreads,
    number(one.secondsRatio),
    number(one.cpuSecondsRatio),
  ]);
  const header = [
    "our tolerance",
    "scikit-learn's threads",
    "seconds, ratio",
    "processor's, ratio",
  ];
  return `${what}, beside scikit-learn at the same objective:\n\n${table(header, rows)}`;
}
