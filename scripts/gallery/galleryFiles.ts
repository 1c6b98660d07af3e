/** The gallery's JSON files as they will be written. */
import type { Descriptor } from "../../src/face/descriptor.ts";
import type { Landmarks } from "../../src/face/geometry.ts";
import { decodeGallery, GALLERY_VERSION } from "../../src/gallery/decodeGallery.ts";
import type { Gallery } from "../../src/gallery/gallery.ts";
import type { Calibration, PairCalibration, Quantiles } from "../../src/matching/calibration.ts";
import { FACE_FEATURES } from "../../src/matching/featureDistances.ts";
import type { Dataset } from "./dataset.ts";
import type { SourceFacts } from "./people.ts";
import { FOLDS, SEED, type Trained } from "./train.ts";

/** Enough for float32: the ninth digit is already below its precision. */
const SIGNIFICANT_DIGITS = 8;
/** A shape is drawn, not computed with: hundredths of a px. */
const SHAPE_DECIMALS = 2;

export interface GalleryParts {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly dataset: Dataset;
  /** As the people write them, where the list of people has another spelling; by id. */
  readonly ownNames: ReadonlyMap<string, string>;
  /** By id. */
  readonly russianNames: ReadonlyMap<string, string>;
  readonly sources: readonly SourceFacts[];
  readonly prototypes: readonly Descriptor[];
  readonly shapes: readonly Landmarks[];
  readonly calibration: Calibration;
  readonly trained: Trained;
}

export interface GalleryFiles {
  /** Texts by file name. */
  readonly galleryJson: string;
  readonly classifierJson: string;
  /** The same as the app reads it back. */
  readonly gallery: Gallery;
}

/** @throws when the app's own decoder would refuse the files */
export function galleryFiles(parts: GalleryParts): GalleryFiles {
  const galleryJson = toText(galleryContent(parts));
  const classifierJson = toText(classifierContent(parts));
  const decoded = decodeGallery(JSON.parse(galleryJson), JSON.parse(classifierJson));
  if (!decoded.ok)
    throw new Error(`The app would refuse this gallery: ${JSON.stringify(decoded.error)}`);
  return { galleryJson, classifierJson, gallery: decoded.value };
}

/** One line per person, so that a change reads well in a diff. */
function toText(content: Record<string, unknown>): string {
  const fields = Object.entries(content).map(([name, value]) => {
    const isList = Array.isArray(value) && typeof value[0] === "object";
    const text = isList
      ? `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

function galleryContent(parts: GalleryParts) {
  const { id, title, date, dataset, ownNames, russianNames } = parts;
  const { sources, prototypes, shapes, calibration } = parts;
  return {
    schemaVersion: GALLERY_VERSION,
    id,
    title,
    ...(date !== undefined && { date }),
    people: dataset.people.map(({ person, photos }, i) => ({
      id: person.id,
      name: ownNames.get(person.id) ?? person.name,
      names: russianNames.has(person.id) ? { ru: russianNames.get(person.id) } : {},
      presentsAs: person.presentsAs,
      field: person.field,
      ...(person.region === undefined ? {} : { region: person.region }),
      photoCount: photos.length,
      portrait: portraitPath(person.id),
      shape: shapes[i]!.map(({ x, y }) => [hundredths(x), hundredths(y)]),
      prototype: Array.from(prototypes[i]!, rounded),
      sources: person.source === undefined ? [] : [person.source],
    })),
    sources,
    calibration: {
      ...calibration,
      impostor: roundedQuantiles(calibration.impostor),
      genuine: roundedQuantiles(calibration.genuine),
      openSetDistance: rounded(calibration.openSetDistance),
      ...(calibration.features && { features: roundedFeatures(calibration.features) }),
      ...(calibration.pairs && { pairs: roundedPairs(calibration.pairs) }),
    },
  };
}

function classifierContent({ dataset, trained }: GalleryParts) {
  return {
    schemaVersion: GALLERY_VERSION,
    classes: dataset.people.map(({ person }) => person.id),
    weights: trained.weights.map(rounded),
    biases: trained.biases.map(rounded),
    temperature: rounded(trained.temperature),
    training: { C: trained.c, folds: FOLDS, photos: dataset.photos.length, seed: SEED },
    descriptorsSha256: dataset.sha256,
  };
}

/** Relative to gallery.json. */
export function portraitPath(id: string): string {
  return `portraits/${id}.webp`;
}

function roundedPairs({ impostor, genuine, features }: PairCalibration) {
  return {
    impostor: roundedQuantiles(impostor),
    genuine: roundedQuantiles(genuine),
    features: roundedFeatures(features),
  };
}

function roundedFeatures(features: NonNullable<Calibration["features"]>) {
  const entries = FACE_FEATURES.map((name) => [name, roundedQuantiles(features[name])] as const);
  return Object.fromEntries(entries);
}

function roundedQuantiles({ probabilities, values, count }: Quantiles): Quantiles {
  return { probabilities, values: values.map(rounded), count };
}

export function rounded(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

function hundredths(value: number): number {
  return Number(value.toFixed(SHAPE_DECIMALS));
}
