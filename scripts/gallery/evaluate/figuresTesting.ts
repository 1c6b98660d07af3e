/** Metrics and plot data with every field filled, for tests of what is made of them. */
import { seededRandom, type Random } from "../../../src/shared/random.ts";
import type { FigureData } from "./figuresPage.ts";
import type { GalleryMetrics, GroupFigures, IdentificationFigures } from "./galleryMetrics.ts";

const SEED = 20240611;

/** Of a made-up gallery: plausible numbers that agree with each other where they should. */
export function exampleMetrics(peopleCount = 24): GalleryMetrics {
  const random = seededRandom(SEED);
  const perPerson = Array.from({ length: peopleCount }, (_, i) => examplePerson(i, random));
  const photos = sum(perPerson.map((person) => person.photos));
  const hits = sum(perPerson.map((person) => person.top1 * person.photos));
  const identification = figures(hits / photos, photos, peopleCount);
  return {
    identification: {
      ...identification,
      top1Interval: { low: identification.top1 - 0.004, high: identification.top1 + 0.003 },
      top5Interval: { low: 0.988, high: 0.997 },
    },
    identificationUncurated: figures(0.982, photos + 120, peopleCount + 3),
    identification74: { top1: 0.974, stockCropTop1: 0.913, photos: 140, people: 7 },
    calibration: exampleCalibration(photos),
    confusions: perPerson.slice(1, 9).map(({ group }, i) => ({
      person: group,
      takenFor: perPerson[i]!.group,
      photos: 1 + ((8 - i) >> 2),
    })),
    perPerson,
    groups: exampleGroups(perPerson),
    verification: {
      eer: 0.0247,
      acceptedAt1e3: 0.9031,
      genuinePairs: 31_204,
      impostorPairs: 5_871_300,
      sampled: false,
    },
    strangers: {
      auroc: 0.9921,
      repeatability: 0.3452,
      top5Overlap: 0.4841,
      topNameShare: 0.0315,
      photos: 602,
      pairs: 504,
      hubs: perPerson.slice(0, 16).map(({ group }, i) => ({
        person: group,
        share: 0.0315 / (1 + i / 4),
      })),
      hubnessSkewness: 2.31,
      means: [1, 2, 3].map((count) => ({
        photos: count,
        repeatability: 0.3 + 0.08 * count,
        top5Overlap: 0.42 + 0.07 * count,
        topNameShare: 0.03 + 0.002 * count,
        people: 300 - 80 * count,
        pairs: 1200 - 300 * count,
      })),
    },
    robustness: exampleRobustness(photos),
    descriptors: { meanAbsCorrelation: 0.112, maxAbsCorrelation: 0.541, componentsFor95: 71 },
    original: { microF1: 0.96756757, mse: 20.097297, mae: 0.65945946, mape: 0.036727222 },
    originalGrouped: { microF1: 0.9608108, mse: 22.45, mae: 0.731, mape: 0.0411 },
    training: {
      C: 30,
      folds: 5,
      evenedFor: 1200,
      seed: 20240501,
      tried: [1, 3, 10, 30, 100].map((c, i) => ({
        c,
        temperature: 0.15 + 0.1 * i,
        scores: {
          ...figures(0.97 + 0.003 * i, photos, peopleCount),
          logLoss: 0.172 - 0.03 * i + 0.0035 * i * i,
          ece: 0.009,
        },
      })),
    },
    photos: {
      scanned: photos + 300,
      used: photos,
      unusable: [
        { reason: "noFace", photos: 121 },
        { reason: "tooSmall", photos: 80 },
        { reason: "severalFaces", photos: 44 },
        { reason: "duplicate", photos: 1 },
      ],
      dropped: 41,
      moved: 3,
      leftOut: [
        { person: "pat-short", name: "Pat Short", photos: 6 },
        { person: "lou-few", name: "Lou Few", photos: 1 },
      ],
    },
  };
}

/** Correlations of a made-up network, and two histograms of distances. */
export function exampleFigureData(): FigureData {
  const random = seededRandom(SEED + 1);
  const size = 128;
  const place = Array.from({ length: size }, () => random() * 6);
  const bell = (x: number, mean: number, spread: number) =>
    Math.exp(-(((x - mean) / spread) ** 2) / 2);
  const bins = Array.from({ length: 48 }, (_, i) => (i + 0.5) * 0.025);
  return {
    correlations: place.map((a, i) =>
      place.map((b, j) => (i === j ? 1 : 0.5 * Math.cos(a - b) * Math.cos(a * b))),
    ),
    distances: {
      binWidth: 0.025,
      genuine: bins.map((x) => Math.round(4000 * bell(x, 0.38, 0.08))),
      impostor: bins.map((x) => Math.round(600_000 * bell(x, 0.76, 0.09))),
    },
  };
}

/** A name for each id of `exampleMetrics`. */
export function exampleNames(metrics: GalleryMetrics): ReadonlyMap<string, string> {
  return new Map(
    metrics.perPerson.map(({ group }) => [
      group,
      group.replace(
        /(^|-)(\p{L})/gu,
        (_, dash: string, letter: string) => `${dash && " "}${letter.toUpperCase()}`,
      ),
    ]),
  );
}

const FIRST_NAMES = ["ada", "bo", "cleo", "dan", "evangelina", "fay", "gus"];
const LAST_NAMES = ["archer", "brook", "carter", "schwarzkopf", "dale", "ellison-montgomery"];

function examplePerson(i: number, random: Random): GroupFigures {
  const photos = 8 + Math.floor(random() * 24);
  const wrong = i % 3 === 0 ? Math.floor(random() * 3) : 0;
  const first = FIRST_NAMES[i % FIRST_NAMES.length]!;
  const last = LAST_NAMES[i % LAST_NAMES.length]!;
  const isRepeated = i >= FIRST_NAMES.length * LAST_NAMES.length;
  return {
    group: `${first}-${last}${isRepeated ? `-${i}` : ""}`,
    people: 1,
    photos,
    ...rate(photos - wrong, photos),
  };
}

function exampleGroups(people: readonly GroupFigures[]): GalleryMetrics["groups"] {
  const splitInto = (names: readonly string[]) =>
    names.map((group, at) => {
      const members = people.filter((_, i) => i % names.length === at);
      const photos = sum(members.map((member) => member.photos));
      const hits = sum(members.map((member) => member.top1 * member.photos));
      return { group, people: members.length, photos, ...rate(hits, photos) };
    });
  return {
    presentsAs: splitInto(["woman", "man"]),
    field: splitInto(["screen", "music", "sport", "public life", "television"]),
    region: splitInto(["North America", "Europe", "Asia"]),
  };
}

/** Wilson's interval, only to be plausible. */
function rate(hits: number, count: number): Pick<GroupFigures, "top1" | "interval"> {
  const [p, z] = [hits / count, 1.96];
  const middle = p + (z * z) / (2 * count);
  const half = z * Math.sqrt((p * (1 - p)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  const low = Math.max(0, (middle - half) / scale);
  return { top1: p, interval: { low, high: Math.min(1, (middle + half) / scale) } };
}

function figures(top1: number, photos: number, people: number): IdentificationFigures {
  const [top5, logLoss, standardError] = [0.9945, 0.0613, 0.0098];
  return { top1, top5, macroF1: top1 - 0.002, logLoss, standardError, photos, people };
}

function exampleCalibration(photos: number): GalleryMetrics["calibration"] {
  const shares = [0.004, 0.006, 0.008, 0.01, 0.015, 0.03, 0.06, 0.867];
  const first = 15 - shares.length;
  return {
    ece: 0.0071,
    temperature: 0.4123,
    openSetDistance: 0.5576,
    acceptedStrangers: 0.75,
    reliability: shares.map((share, i) => {
      const [from, to] = [(first + i) / 15, (first + i + 1) / 15];
      const confidence = (from + to) / 2 + (i === shares.length - 1 ? 0.025 : 0);
      const accuracy = Math.min(1, confidence + (i % 2 === 0 ? 0.03 : -0.04));
      return { from, to, photos: Math.max(1, Math.round(share * photos)), confidence, accuracy };
    }),
  };
}

function exampleRobustness(photos: number): GalleryMetrics["robustness"] {
  const rows = [
    ["none", 1, 0.993, 0],
    ["flip", 1, 0.993, 0.02],
    ["roll+30", 0.99, 0.981, 0.11],
    ["roll-30", 0.991, 0.98, 0.11],
    ["jpeg30", 0.998, 0.985, 0.14],
    ["blur", 0.985, 0.95, 0.24],
    ["half", 0.97, 0.93, 0.2],
    ["dark", 0.96, 0.94, 0.17],
  ] as const;
  return rows.map(([condition, found, top1, medianShift]) => {
    return { condition, photos, found, top1, medianShift };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
