import fc from "fast-check";
import { expect, it } from "vitest";

import { ANYTHING, damaged, FUZZ } from "../shared/testing/fuzzing.ts";
import { decodeLicences } from "./licences.ts";
import { decodeSettings, DEFAULT_SETTINGS, encodeSettings } from "./settings.ts";

const LICENCES = {
  parts: [{ name: "a", version: "1", licence: "MIT", source: "https://example.org", text: 0 }],
  texts: ["Words"],
};

it("gives whole settings for any text, and for damaged ones the same as ever after", () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    damaged(DEFAULT_SETTINGS).map((value) => JSON.stringify(value, withoutBigInt)),
    damaged({ ...DEFAULT_SETTINGS, camera: { facing: "back", deviceId: "abc" } }).map((value) =>
      JSON.stringify(value, withoutBigInt),
    ),
  );
  fc.assert(
    fc.property(text, (stored) => {
      const settings = decodeSettings(stored);
      expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      expect(decodeSettings(encodeSettings(settings))).toEqual(settings);
    }),
    FUZZ,
  );
});

it("reads a list of licences whole or not at all", () => {
  fc.assert(
    fc.property(fc.oneof(ANYTHING, damaged(LICENCES)), (json) => {
      const decoded = decodeLicences(json);
      if (!decoded.ok) return;
      for (const { name, licence, source } of decoded.value) {
        expect(name && licence).not.toBe("");
        expect(source).toMatch(/^https:/);
      }
    }),
    FUZZ,
  );
});

/** JSON has none, and says so with an error. */
function withoutBigInt(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
