/** What the decoders of the gallery's files share. */
import { fail } from "../shared/result.ts";

export type GalleryError =
  | { readonly kind: "unsupportedVersion"; readonly file: string; readonly found: unknown }
  /** `path` such as `gallery.people.3.prototype`; `expected` in words, for a bug report. */
  | { readonly kind: "malformed"; readonly path: string; readonly expected: string };

export function malformed(path: string, expected: string) {
  return fail({ kind: "malformed", path, expected });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A day of the calendar as ISO 8601 writes it: "2026-11-28". */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // Of 30 February it would make 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** By hand: schema libraries allocate for every number, and here are some 50,000. */
export function decodeFloats(value: unknown, length: number): Float32Array | undefined {
  if (!Array.isArray(value) || value.length !== length) return undefined;
  const floats = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const each: unknown = value[i];
    if (typeof each !== "number") return undefined;
    floats[i] = each;
    // Beyond 3.4e38 a finite number becomes an infinite one.
    if (!Number.isFinite(floats[i])) return undefined;
  }
  return floats;
}
