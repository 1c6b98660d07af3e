/** The tables of what was measured in pages. */
import type { PhotoName } from "../browser/madeFiles.ts";
import type { BenchResults, Competitor } from "../results.ts";
import { median, spreadOf } from "../statistics.ts";
import { NONE, number, table } from "./markdown.ts";
import { firstVisits, OUR_CHOICE, ratioTo, secondVisits, warmOn, type Measure } from "./samples.ts";

export function visitsTable(results: BenchResults): string | undefined {
  const { visits } = results;
  if (visits === undefined) return undefined;
  const [first, second] = [firstVisits(results), secondVisits(results)];
  const rows = results.contenders
    .filter(({ id }) => first.of(id).length > 0)
    .map((contender) => {
      const bytes = visits.filter((visit) => visit.contender === contender.id);
      return [
        nameOf(contender),
        ...timeAndRatio(first, contender.id),
        ...timeAndRatio(second, contender.id),
        number(median(bytes.map((visit) => visit.bytes)) / 1e6),
      ];
    });
  return table(
    ["visits, ms", "first", "ours is", "second, no server", "ours is", "MB until the first answer"],
    rows,
  );
}

export function warmTable(results: BenchResults): string | undefined {
  if (results.warm === undefined) return undefined;
  const photos = Object.entries(results.photos) as [PhotoName, { title: string; faces: number }][];
  const rows = results.contenders.map((contender) => [
    nameOf(contender),
    ...photos.flatMap(([photo, { faces }]) => {
      const measure = warmOn(results, photo);
      const [time, ratio] = timeAndRatio(measure, contender.id);
      const found = results.warm?.find(
        (sample) => sample.contender === contender.id && sample.photo === photo,
      );
      const isWrong = found !== undefined && found.faces !== faces;
      return [isWrong ? `${time}, ${found.faces} faces` : time, ratio];
    }),
  ]);
  return table(["warm, ms", ...photos.flatMap(([, { title }]) => [title, "ours is"])], rows);
}

/** Where the engine's time goes, on its bare page. */
export function engineTable(results: BenchResults): string | undefined {
  const samples = (results.warm ?? []).filter(({ parts }) => parts !== undefined);
  if (samples.length === 0) return undefined;
  const parts = ["decode", "detect", "describe", "rank"];
  const cases = new Map(
    samples.map((sample) => [`${sample.contender} ${sample.photo}`, sample] as const),
  );
  const rows = [...cases.values()].map(({ contender, photo }) => {
    const same = samples.filter((other) => other.contender === contender && other.photo === photo);
    const time = (part: string) => {
      const times = same.flatMap((sample) => sample.parts?.[part] ?? []);
      return times.length === 0 ? NONE : number(median(times));
    };
    return [`${contender}, ${results.photos[photo]?.title ?? photo}`, ...parts.map(time)];
  });
  return table(["the engine alone, ms", ...parts], rows);
}

export function memoryTable({ memory, contenders }: BenchResults): string | undefined {
  if (memory === undefined) return undefined;
  const rows = memory.map((sample) => {
    const contender = contenders.find(({ id }) => id === sample.contender);
    const cell = (value: number | undefined) => (value === undefined ? NONE : number(value));
    return [
      contender === undefined ? sample.contender : nameOf(contender),
      sample.runsOn ?? NONE,
      cell(sample.heapPeakMB),
      cell(sample.rendererPeakMB),
      cell(sample.gpuProcessPeakMB),
      cell(sample.tfjsPeakMB),
      String(sample.tensors ?? NONE),
      String(sample.tensorsLeft ?? NONE),
    ];
  });
  return table(
    [
      "memory, MB",
      "runs on",
      "peak of the heaps",
      "peak of the page's process",
      "of the GPU's",
      "peak that tfjs counts",
      "tensors",
      "more after a photo",
    ],
    rows,
  );
}

function timeAndRatio(measure: Measure, contender: string): [time: string, ratio: string] {
  const values = measure.of(contender).map(({ value }) => value);
  if (values.length === 0) return [NONE, NONE];
  const { median: middle, least, most } = spreadOf(values);
  const ratio = contender === OUR_CHOICE ? undefined : ratioTo(measure, OUR_CHOICE, contender);
  return [
    `${number(middle)} (${number(least)}–${number(most)})`,
    ratio === undefined ? NONE : `${ratio.toFixed(2)} of it`,
  ];
}

function nameOf({ name, backend }: Competitor): string {
  return `${name}, ${backend}`;
}
