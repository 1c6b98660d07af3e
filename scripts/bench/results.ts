import type { Contender } from "./browser/contenders.ts";
import type { PhotoName } from "./browser/madeFiles.ts";
import type { Machine } from "./machine.ts";

/** All that one run of the benchmark measured, as it stands in `bench-results/`. Times in ms. */
export interface BenchResults {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly rounds: number;
  readonly photos: Readonly<Partial<Record<PhotoName, { title: string; faces: number }>>>;
  readonly contenders: readonly Competitor[];
  readonly failures: readonly Failure[];
  readonly visits?: readonly VisitSample[];
  readonly warm?: readonly WarmSample[];
  readonly memory?: readonly MemorySample[];
  readonly floor?: readonly FloorFigures[];
  readonly recogniser?: readonly RecogniserFigures[];
  readonly ranking?: readonly RankingFigures[];
  readonly builder?: BuilderFigures;
  readonly training?: TrainingFigures;
}

/** Without what is only needed to open it. */
export type Competitor = Pick<Contender, "id" | "name" | "backend" | "kind">;

/** What a contender could not do; it is left out of the rest of that part. */
export interface Failure {
  readonly contender: string;
  readonly part: string;
  readonly message: string;
}

/** A new profile's first visit, and a second one after the browser was started anew and the server ended. */
export interface VisitSample {
  readonly contender: string;
  readonly round: number;
  /** Navigation to painted answer. */
  readonly coldMs: number;
  /** Sent by the server until then. */
  readonly bytes: number;
  readonly faces: number;
  /** Absent where there was no answer without the server. */
  readonly secondMs?: number;
  readonly secondFaces?: number;
}

/** A photo in a page that has answered photos of its kind before. */
export interface WarmSample {
  readonly contender: string;
  readonly photo: PhotoName;
  readonly round: number;
  /** From the choice of the file to the painted answer. */
  readonly ms: number;
  readonly faces: number;
  readonly parts?: Readonly<Record<string, number>>;
}

/** While a page that has answered all photos answers one more. Megabytes are 10^6 bytes. */
export interface MemorySample {
  readonly contender: string;
  /** What computes, where the page says so. */
  readonly runsOn?: string;
  /** Highest sample of the heaps of page and workers, with the array buffers behind them. */
  readonly heapPeakMB: number;
  /** Since it started; absent where the system does not tell. */
  readonly rendererPeakMB?: number;
  readonly gpuProcessPeakMB?: number;
  /** Absent where no tfjs can be found. */
  readonly tfjsPeakMB?: number;
  readonly tensors?: number;
  /** More after the photo than before it. */
  readonly tensorsLeft?: number;
}

/** One of our networks on one backend. */
export interface FloorFigures {
  readonly backend: "wasm" | "webgl";
  readonly network: string;
  /** Multiplications and additions of the convolutions and matrix products. */
  readonly flops: number;
  /** Of one large matrix product in the same rounds, per second, at its best. */
  readonly matMulFlops: number;
  readonly kernels: number;
  /** At its best. */
  readonly leastMs: number;
}

/** Our recogniser and face-api's own on the same two chips. The ratios are medians of ours over theirs, round by round. */
export interface RecogniserFigures {
  readonly backend: FloorFigures["backend"];
  readonly kernels: number;
  readonly stockKernels: number;
  /** From the weights' bytes to the first descriptors, in a browser of its own. */
  readonly firstMs: number;
  readonly stockFirstMs: number;
  readonly firstRatio: number;
  readonly warmMs: number;
  readonly stockWarmMs: number;
  readonly warmRatio: number;
}

export interface RankingFigures {
  readonly people: number;
  /** Median, and what other work on the machine disturbed least. */
  readonly ms: number;
  readonly leastMs: number;
  /** Descriptors and classifier as they lie in memory. */
  readonly memoryMB: number;
  /** gallery.json and classifier.json; absent where they were not written. */
  readonly fileMB?: number;
}

export interface BuilderFigures {
  readonly photos: number;
  readonly ours: { readonly photosPerSecond: number; readonly photosPerCoreSecond: number };
  readonly stock: { readonly photosPerSecond: number; readonly photosPerCoreSecond: number };
  readonly ratioPerCore: number;
}

export interface TrainingFigures {
  readonly classes: number;
  readonly photos: number;
  readonly ours: readonly { readonly seconds: number; readonly cpuSeconds: number }[];
  /** Empty where there is no scikit-learn. */
  readonly comparison: readonly {
    readonly gradientTolerance: number;
    readonly blasThreads: string;
    readonly secondsRatio: number;
    readonly cpuSecondsRatio: number;
  }[];
}
