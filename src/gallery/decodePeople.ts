/** The people of gallery.json. */
import * as v from "valibot";

import { DESCRIPTOR_LENGTH, toDescriptor, type Descriptor } from "../face/descriptor.ts";
import { LANDMARK_COUNT, type Point } from "../face/geometry.ts";
import { ok, type Result } from "../shared/result.ts";
import { decodeFloats, malformed, type GalleryError } from "./decoding.ts";
import { FIELDS, PRESENTS_AS, type Person, type PersonId, type SourceId } from "./gallery.ts";

/** An id names files and keys, so it is a slug and nothing else. */
const SLUG = /^[\p{Ll}\d]+(-[\p{Ll}\d]+)*$/u;
/** A file of the gallery's own folder: no way up, no other host. */
const PORTRAIT_PATH = /^portraits\/[^/\\]+\.webp$/;

const PEOPLE = v.pipe(
  v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(SLUG, "a slug")),
      name: v.pipe(v.string(), v.minLength(1)),
      names: v.object({ ru: v.exactOptional(v.pipe(v.string(), v.minLength(1))) }),
      presentsAs: v.exactOptional(v.picklist(PRESENTS_AS)),
      field: v.exactOptional(v.picklist(FIELDS)),
      region: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
      photoCount: v.pipe(v.number(), v.integer(), v.minValue(1)),
      portrait: v.pipe(v.string(), v.regex(PORTRAIT_PATH, "a WebP file in portraits/")),
      shape: v.unknown(),
      prototype: v.unknown(),
      sources: v.array(v.string()),
    }),
  ),
  v.minLength(2, "at least two people"),
);

type PersonFields = v.InferOutput<typeof PEOPLE>[number];

/** @param sourceIds those that people may name */
export function decodePeople(
  json: unknown,
  sourceIds: ReadonlySet<string>,
): Result<readonly Person[], GalleryError> {
  const parsed = v.safeParse(PEOPLE, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return malformed(path ? `gallery.people.${path}` : "gallery.people", issue.message);
  }
  const people: Person[] = [];
  const seen = new Set<string>();
  for (const [i, fields] of parsed.output.entries()) {
    const path = `gallery.people.${i}`;
    if (seen.has(fields.id)) return malformed(`${path}.id`, "an id that nobody else has");
    seen.add(fields.id);
    const person = decodePerson(fields, path, sourceIds);
    if (!person.ok) return person;
    people.push(person.value);
  }
  return ok(people);
}

function decodePerson(
  fields: PersonFields,
  path: string,
  sourceIds: ReadonlySet<string>,
): Result<Person, GalleryError> {
  const unknown = fields.sources.findIndex((id) => !sourceIds.has(id));
  if (unknown !== -1) return malformed(`${path}.sources.${unknown}`, "the id of a source");
  const shape = decodeShape(fields.shape);
  if (!shape) return malformed(`${path}.shape`, `${LANDMARK_COUNT} points [x, y]`);
  const prototype = decodePrototype(fields.prototype);
  if (!prototype) return malformed(`${path}.prototype`, `${DESCRIPTOR_LENGTH} numbers, not all 0`);
  return ok({
    ...fields,
    id: fields.id as PersonId,
    sources: fields.sources as unknown as readonly SourceId[],
    shape,
    prototype,
  });
}

function decodeShape(json: unknown): readonly Point[] | undefined {
  if (!Array.isArray(json) || json.length !== LANDMARK_COUNT) return undefined;
  const shape: Point[] = [];
  for (const pair of json as unknown[]) {
    // No `decodeFloats`: thousands of arrays of two take longer than all else here.
    if (!Array.isArray(pair) || pair.length !== 2 || !pair.every(Number.isFinite)) return undefined;
    const [x, y] = pair as [number, number];
    const point = { x: Math.fround(x), y: Math.fround(y) };
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) return undefined;
    shape.push(point);
  }
  return shape;
}

function decodePrototype(json: unknown): Descriptor | undefined {
  const values = decodeFloats(json, DESCRIPTOR_LENGTH);
  const descriptor = values && toDescriptor(values);
  return descriptor?.ok ? descriptor.value : undefined;
}
