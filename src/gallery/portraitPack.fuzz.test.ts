import fc from "fast-check";
import { expect, it } from "vitest";

import { damagedBytes, FUZZ } from "../shared/testing/fuzzing.ts";
import { decodePortraitPack, encodePortraitPack } from "./portraitPack.ts";

const FILES = [
  ["portraits/a.webp", Uint8Array.of(1, 2, 3)],
  ["portraits/ж.webp", Uint8Array.of(4)],
] as const;

it("gives back what was packed", () => {
  const file = fc.tuple(fc.string({ minLength: 1 }), fc.uint8Array({ minLength: 1 }));
  const files = fc.uniqueArray(file, { selector: ([path]) => path });
  fc.assert(
    fc.property(files, (all) => {
      const unpacked = decodePortraitPack(encodePortraitPack(all));
      expect(unpacked).toEqual({ ok: true, value: new Map(all) });
    }),
    FUZZ,
  );
});

it("is laid out as described: length of the header, header, pictures", () => {
  const [length, ...rest] = [
    new DataView(encodePortraitPack(FILES).buffer).getUint32(0, true),
    ...encodePortraitPack(FILES).subarray(4),
  ];
  const header = new TextDecoder().decode(Uint8Array.from(rest.slice(0, length)));
  expect(JSON.parse(header)).toEqual({
    version: 1,
    files: [
      { path: "portraits/a.webp", bytes: 3 },
      { path: "portraits/ж.webp", bytes: 1 },
    ],
  });
  expect(rest.slice(length)).toEqual([1, 2, 3, 4]);
});

it("unpacks damaged bytes whole or not at all", () => {
  fc.assert(
    fc.property(damagedBytes(encodePortraitPack(FILES)), (bytes) => {
      const unpacked = decodePortraitPack(Uint8Array.from(bytes));
      if (!unpacked.ok) return;
      const found = [...unpacked.value.values()].map(({ length }) => length);
      expect(found.every((length) => length > 0)).toBe(true);
      expect(found.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(bytes.length);
    }),
    FUZZ,
  );
});

it.each([
  [[], "a header"],
  [[9, 0, 0, 0, 1], "a whole header"],
  [[255, 255, 255, 255, 1], "a whole header"],
  [[1, 0, 0, 0, 123], "Invalid type"],
])("says what is wrong with %j", (bytes, expected) => {
  const unpacked = decodePortraitPack(Uint8Array.from(bytes));
  expect(unpacked).toMatchObject({ ok: false, error: { kind: "portraitPackMalformed" } });
  if (!unpacked.ok) expect(unpacked.error.expected).toContain(expected);
});
