/** The last gallery against the new one, in words for the terminal. */

/** A gallery as far as two of them are compared. */
export interface Edition {
  readonly people: readonly EditionPerson[];
  /** What JSON.parse made of metrics.json; an older one may lack any figure. */
  readonly metrics: unknown;
  /** SHA-256 in hex of every file, by its path in the gallery's folder. */
  readonly files: ReadonlyMap<string, string>;
}

export interface EditionPerson {
  readonly id: string;
  readonly name: string;
  readonly photoCount: number;
}

export type LastEdition =
  | { readonly kind: "none" }
  /** Something lies there that is no gallery: `cause` in words. */
  | { readonly kind: "unreadable"; readonly cause: string }
  | { readonly kind: "readable"; readonly edition: Edition };

/** How a figure of metrics.json is called and written. */
interface Figure {
  readonly label: string;
  readonly path: readonly [group: string, name: string];
  /** `percent`: a fraction, one decimal. `number`: three decimals. */
  readonly unit: "percent" | "number";
}

const FIGURES: readonly Figure[] = [
  { label: "top-1", path: ["identification", "top1"], unit: "percent" },
  { label: "top-1 before curation", path: ["identificationUncurated", "top1"], unit: "percent" },
  { label: "top-5", path: ["identification", "top5"], unit: "percent" },
  { label: "macro-F1", path: ["identification", "macroF1"], unit: "percent" },
  { label: "log loss", path: ["identification", "logLoss"], unit: "number" },
  { label: "calibration error", path: ["calibration", "ece"], unit: "percent" },
  { label: "equal error rate", path: ["verification", "eer"], unit: "percent" },
  {
    label: "accepted at 1 in 1,000 impostors",
    path: ["verification", "acceptedAt1e3"],
    unit: "percent",
  },
  { label: "AUROC against strangers", path: ["strangers", "auroc"], unit: "number" },
  {
    label: "same name for a stranger's two photos",
    path: ["strangers", "repeatability"],
    unit: "percent",
  },
  {
    label: "largest share of strangers that one person takes",
    path: ["strangers", "topNameShare"],
    unit: "percent",
  },
];

/** Names beyond these are counted, not listed. */
const LISTED_NAMES = 12;

/**
 * What a reader of the change wants to know, one statement a line: people,
 * photos, portraits, then every figure that differs as it is written here.
 *
 * @returns without a newline at the end; never empty
 */
export function galleryDiff(last: LastEdition, next: Edition): string {
  switch (last.kind) {
    case "none":
      return ["First gallery", ...described(next)].join("\n");
    case "unreadable":
      return [`The last gallery could not be read (${last.cause})`, ...described(next)].join("\n");
    case "readable":
      return changes(last.edition, next).join("\n");
  }
}

function described(edition: Edition): readonly string[] {
  const photos = sumOf(edition.people.map(({ photoCount }) => photoCount));
  return [
    `${counted(edition.people.length, "person", "people")}, ${counted(photos, "photo", "photos")}`,
    ...FIGURES.flatMap((figure) => {
      const value = figureOf(edition, figure);
      return value === undefined ? [] : [`${figure.label} ${withUnit(value, figure)}`];
    }),
  ];
}

function changes(last: Edition, next: Edition): readonly string[] {
  const found = [
    ...peopleChanges(last, next),
    ...photoChanges(last, next),
    ...portraitChanges(last, next),
    ...FIGURES.flatMap((figure) => figureChange(figure, last, next)),
  ];
  if (found.length > 0) return found;
  const differing = [...next.files].filter(([path, hash]) => last.files.get(path) !== hash);
  if (differing.length === 0) return ["Nothing changed: every file is the same"];
  return [
    `The same people, photos and figures; other bytes in ${differing.map(([path]) => path).join(", ")}`,
  ];
}

function peopleChanges(last: Edition, next: Edition): readonly string[] {
  const before = new Map(last.people.map(({ id, name }) => [id, name]));
  const after = new Set(next.people.map(({ id }) => id));
  const renamed = next.people.flatMap(({ id, name }) => {
    const old = before.get(id);
    return old === undefined || old === name ? [] : [`${old}, now ${name}`];
  });
  return [
    ...people(
      "added",
      next.people.filter(({ id }) => !before.has(id)).map(({ name }) => name),
    ),
    ...people(
      "left out",
      last.people.filter(({ id }) => !after.has(id)).map(({ name }) => name),
    ),
    ...people("renamed", renamed, "; "),
  ];
}

function people(verb: string, names: readonly string[], separator = ", "): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length - LISTED_NAMES;
  const listed = names.slice(0, LISTED_NAMES).join(separator);
  return [
    `${counted(names.length, "person", "people")} ${verb}: ${listed}${more > 0 ? ` and ${more} more` : ""}`,
  ];
}

function photoChanges(last: Edition, next: Edition): readonly string[] {
  const [before, after] = [last, next].map((edition) =>
    sumOf(edition.people.map(({ photoCount }) => photoCount)),
  ) as [number, number];
  const counts = new Map(last.people.map(({ id, photoCount }) => [id, photoCount]));
  const touched = next.people.filter(
    ({ id, photoCount }) => counts.has(id) && counts.get(id) !== photoCount,
  );
  // Before curation existed nothing was dropped or moved.
  const since = (name: string) =>
    (numberAt(next.metrics, ["photos", name]) ?? 0) -
    (numberAt(last.metrics, ["photos", name]) ?? 0);
  return [
    ...moreOrFewer(since("dropped"), "dropped"),
    ...moreOrFewer(since("moved"), "moved to another person"),
    ...(before === after ? [] : [`photos ${grouped(before)} -> ${grouped(after)}`]),
    ...(touched.length === 0
      ? []
      : [
          `${counted(touched.length, "person", "people")} who stayed ${touched.length === 1 ? "has" : "have"} more or fewer photos`,
        ]),
  ];
}

function moreOrFewer(change: number, verb: string): readonly string[] {
  if (change > 0) return [`${counted(change, "photo", "photos")} ${verb}`];
  if (change < 0) return [`${counted(-change, "photo", "photos")} no longer ${verb}`];
  return [];
}

/** Of people in both galleries: a newcomer's portrait is no change. */
function portraitChanges(last: Edition, next: Edition): readonly string[] {
  const changed = [...next.files].filter(([path, hash]) => {
    const before = last.files.get(path);
    return path.startsWith("portraits/") && before !== undefined && before !== hash;
  });
  if (changed.length === 0) return [];
  return [`${counted(changed.length, "portrait", "portraits")} changed`];
}

function figureChange(figure: Figure, last: Edition, next: Edition): readonly string[] {
  const [before, after] = [figureOf(last, figure), figureOf(next, figure)];
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return [`${figure.label} ${withUnit(after!, figure)}, not measured before`];
  if (after === undefined) return [`${figure.label} ${withUnit(before, figure)} -> not measured`];
  const [from, to] = [written(before, figure), written(after, figure)];
  return from === to ? [] : [`${figure.label} ${from} -> ${withUnit(after, figure)}`];
}

function figureOf({ metrics }: Edition, { path }: Figure): number | undefined {
  return numberAt(metrics, path);
}

/** Undefined where metrics.json has no such number. */
function numberAt(metrics: unknown, path: readonly string[]): number | undefined {
  let place = metrics;
  for (const name of path)
    place =
      typeof place === "object" && place !== null
        ? (place as Record<string, unknown>)[name]
        : undefined;
  return typeof place === "number" && Number.isFinite(place) ? place : undefined;
}

function written(value: number, { unit }: Figure): string {
  return unit === "percent" ? (value * 100).toFixed(1) : value.toFixed(3);
}

function withUnit(value: number, figure: Figure): string {
  return written(value, figure) + (figure.unit === "percent" ? " %" : "");
}

function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
