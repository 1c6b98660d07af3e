/** Reads the two files of a gallery, written by scripts/gallery. */
import * as v from "valibot";

import { DESCRIPTOR_LENGTH } from "../face/descriptor.ts";
import type { LinearClassifier } from "../matching/logisticRegression.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { decodeCalibration } from "./decodeCalibration.ts";
import { decodeFloats, isDay, isRecord, malformed, type GalleryError } from "./decoding.ts";
import { decodePeople } from "./decodePeople.ts";
import type { Gallery, Person, Source } from "./gallery.ts";

/** Raised whenever a reader of the last version would misread the files. */
export const GALLERY_VERSION = 1;

const SOURCES = v.array(
  v.object({
    id: v.pipe(v.string(), v.minLength(1)),
    name: v.string(),
    url: v.string(),
    licence: v.string(),
    note: v.string(),
    ru: v.exactOptional(v.object({ licence: v.string(), note: v.string() })),
  }),
);

/**
 * Decodes what JSON.parse made of gallery.json and classifier.json.
 *
 * The files are ours but arrive over a network and through a cache that may
 * hold an older release, so nothing in them is believed before it is checked;
 * nothing behind this line is checked again.
 *
 * @returns the gallery, its people in the order of the classifier's rows; or
 *   the first thing wrong, with its path
 */
export function decodeGallery(
  galleryJson: unknown,
  classifierJson: unknown,
): Result<Gallery, GalleryError> {
  const described = decodeDescription(galleryJson);
  return described.ok ? withClassifier(described.value, classifierJson) : described;
}

/** A gallery before its classifier is read: each half is one piece of work for a slow phone. */
export type GalleryDescription = Omit<Gallery, "classifier">;

/** The first half: what JSON.parse made of gallery.json. */
export function decodeDescription(galleryJson: unknown): Result<GalleryDescription, GalleryError> {
  const header = decodeHeader(galleryJson, "gallery");
  if (!header.ok) return header;
  const { id, title, date } = header.value;
  if (typeof id !== "string" || id === "") return malformed("gallery.id", "a text");
  if (typeof title !== "string") return malformed("gallery.title", "a text");
  if (date !== undefined && !isDay(date))
    return malformed("gallery.date", "a day such as 2026-11-28");

  const sources = decodeSources(header.value.sources);
  if (!sources.ok) return sources;
  const people = decodePeople(header.value.people, new Set(sources.value.map((s) => s.id)));
  if (!people.ok) return people;
  const calibration = decodeCalibration(header.value.calibration);
  if (!calibration.ok) return calibration;

  return ok({
    id,
    title,
    ...(date !== undefined && { date }),
    people: people.value,
    sources: sources.value,
    calibration: calibration.value,
  });
}

/** The second half: what JSON.parse made of classifier.json. */
export function withClassifier(
  described: GalleryDescription,
  classifierJson: unknown,
): Result<Gallery, GalleryError> {
  const classifier = decodeClassifier(classifierJson, described.people);
  return classifier.ok ? ok({ ...described, classifier: classifier.value }) : classifier;
}

function decodeHeader(json: unknown, file: string): Result<Record<string, unknown>, GalleryError> {
  if (!isRecord(json)) return malformed(file, "an object");
  if (json["schemaVersion"] !== GALLERY_VERSION)
    return fail({ kind: "unsupportedVersion", file, found: json["schemaVersion"] });
  return ok(json);
}

function decodeSources(json: unknown): Result<readonly Source[], GalleryError> {
  const parsed = v.safeParse(SOURCES, json);
  if (parsed.success) return ok(parsed.output as unknown as readonly Source[]);
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  return malformed(path ? `gallery.sources.${path}` : "gallery.sources", issue.message);
}

function decodeClassifier(
  json: unknown,
  people: readonly Person[],
): Result<LinearClassifier, GalleryError> {
  const header = decodeHeader(json, "classifier");
  if (!header.ok) return header;
  const { classes, weights, biases, temperature } = header.value;

  const classCount = people.length;
  if (!Array.isArray(classes) || classes.length !== classCount)
    return malformed("classifier.classes", `the ids of the ${classCount} people`);
  const stranger = people.findIndex((person, i) => person.id !== classes[i]);
  if (stranger !== -1)
    return malformed(`classifier.classes.${stranger}`, `"${people[stranger]!.id}", as in people`);

  const rows = decodeFloats(weights, classCount * DESCRIPTOR_LENGTH);
  if (!rows)
    return malformed("classifier.weights", `${classCount} x ${DESCRIPTOR_LENGTH} finite numbers`);
  const offsets = decodeFloats(biases, classCount);
  if (!offsets) return malformed("classifier.biases", `${classCount} finite numbers`);
  if (typeof temperature !== "number" || !(temperature > 0) || !Number.isFinite(temperature))
    return malformed("classifier.temperature", "a number above 0");

  const inputLength = DESCRIPTOR_LENGTH;
  return ok({ classCount, inputLength, weights: rows, biases: offsets, temperature });
}
