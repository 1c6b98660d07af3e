/**
 * Damaged input for the tests of decoders. What a search has found stays as a
 * case of its test; the seed makes each run the same.
 *
 * `FUZZ_RUNS=20000 npx vitest run fuzz --testTimeout=600000` searches further along the
 * same path, `FUZZ_SEED=1` along another one.
 */
import fc from "fast-check";

/** For `fc.assert`: 300 runs take each decoder well under a second. */
export const FUZZ = {
  numRuns: Number(process.env["FUZZ_RUNS"] ?? 300),
  seed: Number(process.env["FUZZ_SEED"] ?? 20261128),
} as const;

type Path = readonly (string | number)[];

/** Anything that JSON, a structured clone or a bug can put somewhere. */
export const ANYTHING: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withTypedArray: true }),
  fc.constantFrom("__proto__", "constructor", -1, 1e308, NaN, Infinity, 2 ** 53, "\u0000", [], {}),
);

/** A valid value with one to three places of it replaced by anything, or taken out. */
export function damaged(valid: object): fc.Arbitrary<unknown> {
  const paths = pathsOf(valid);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    by: fc.oneof(ANYTHING, fc.constant(TAKEN_OUT)),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((value, { path, by }) => replaced(value, path, by), valid),
    );
}

/** A file cut off, with bytes flipped, taken out or put in; or none of it but noise. */
export function damagedBytes(valid: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const at = fc.nat(Math.max(0, valid.length - 1));
  const flips = fc.array(fc.tuple(at, fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 16,
  });
  return fc.oneof(
    at.map((length) => valid.slice(0, length)),
    flips.map((all) => {
      const bytes = valid.slice();
      for (const [place, mask] of all) bytes[place]! ^= mask;
      return bytes;
    }),
    fc.tuple(at, fc.uint8Array({ maxLength: 64 }), fc.nat(64)).map(([place, put, gone]) => {
      return Uint8Array.from([...valid.slice(0, place), ...put, ...valid.slice(place + gone)]);
    }),
    fc.uint8Array({ maxLength: 200 }).map((noise) => Uint8Array.from(noise)),
    fc
      .tuple(fc.nat(16), fc.uint8Array({ maxLength: 200 }))
      .map(([head, noise]) => Uint8Array.from([...valid.slice(0, head), ...noise])),
  );
}

const TAKEN_OUT = Symbol("taken out");

/** Of long lists the ends alone: every number of a descriptor is like the next. */
function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [here];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const shown = keys.length > 4 && Array.isArray(value) ? [0, 1, keys.length - 1] : keys;
  const inside = shown.flatMap((key) =>
    pathsOf((value as Record<string | number, unknown>)[key], [...here, key]),
  );
  return [here, ...inside];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by === TAKEN_OUT ? undefined : by;
  if (typeof value !== "object" || value === null) return value;
  if (rest.length === 0 && by === TAKEN_OUT) {
    if (Array.isArray(value)) return value.toSpliced(Number(key), 1);
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== String(key)));
  }
  const inner = replaced((value as Record<string | number, unknown>)[key], rest, by);
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === key ? inner : item));
  return { ...value, [key]: inner };
}
