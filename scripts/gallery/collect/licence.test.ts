import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseLicence } from "./licence.ts";

describe("parseLicence", () => {
  it.each([
    ["cc0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", false],
    ["pd", "Public domain", undefined, false],
    ["cc-pd", "Public domain", undefined, false],
    ["cc-by-2.0", "CC BY 2.0", "https://creativecommons.org/licenses/by/2.0/", true],
    ["CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/", true],
    [
      "cc-by-sa-3.0-de",
      "CC BY-SA 3.0 DE",
      "https://creativecommons.org/licenses/by-sa/3.0/de/",
      true,
    ],
    [
      "cc-by-2.5-scotland",
      "CC BY 2.5 SCOTLAND",
      "https://creativecommons.org/licenses/by/2.5/scotland/",
      true,
    ],
  ])("lets %s in", (value, name, url, needsAuthor) => {
    const parsed = parseLicence(value);
    expect(parsed.ok && [parsed.value.name, parsed.value.url, parsed.value.needsAuthor]).toEqual([
      name,
      url,
      needsAuthor,
    ]);
  });

  it.each([
    "cc-by-nc-4.0",
    "cc-by-nd-4.0",
    "cc-by-nc-sa-3.0",
    "cc-by-sa-nc-3.0",
    "cc-sa-1.0",
    "cc-by",
    "cc-by-5.0",
    "cc-by-sa-4.0-nc",
    "cc-by-sa-4.0,cc-by-nc-4.0",
    "gfdl",
    "GFDL 1.2",
    "fal",
    "pd-us-not",
    "public domain?",
    "copyrighted free use",
    "cc0-nc",
  ])("refuses %s", (value) => {
    expect(parseLicence(value)).toMatchObject({ ok: false, error: { kind: "otherLicence" } });
  });

  it("says when there is none", () => {
    for (const value of [undefined, "", "  "])
      expect(parseLicence(value)).toMatchObject({ error: { kind: "noLicence" } });
  });

  it("lets no text in that speaks of NC or ND, wherever it stands", () => {
    const part = fc.constantFrom(
      "cc",
      "by",
      "sa",
      "nc",
      "nd",
      "4.0",
      "3.0",
      "de",
      "igo",
      "pd",
      "cc0",
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        if (parseLicence(parts.join("-")).ok) {
          expect(parts).not.toContain("nc");
          expect(parts).not.toContain("nd");
        }
      }),
      { seed: 20240501, numRuns: 2000 },
    );
  });
});
