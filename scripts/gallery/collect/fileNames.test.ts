import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isSafeFolder, photoFileName, slug } from "./fileNames.ts";

describe("photoFileName", () => {
  it("keeps what is harmless of the title", () => {
    expect(photoFileName("File:Renée Z. (2016).JPG", "image/jpeg")).toMatch(
      /^Renée_Z\._2016_-[0-9a-f]{10}\.jpg$/,
    );
  });

  it("tells titles apart that differ in what is left out, or in case", () => {
    const titles = ["File:a?.jpg", "File:a!.jpg", "File:A!.jpg", "File:a!.png"];
    const names = titles.map((title) => photoFileName(title, "image/jpeg").toLowerCase());
    expect(new Set(names).size).toBe(titles.length);
  });

  it.each([
    "File:../../etc/passwd",
    "File:.hidden.jpg",
    "File:..",
    "File:a\\b.jpg",
    "File:\0.jpg",
    "File:CON.jpg",
  ])("makes %s a plain name", (title) => {
    const name = photoFileName(title, "image/png");
    expect(name).toMatch(/^[\p{L}\p{N}][^/\\\0]*-[0-9a-f]{10}\.png$/u);
  });

  it("makes a short plain name of any title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
        const name = photoFileName(`File:${title}`, "image/webp");
        expect(name).not.toMatch(/[/\\\0\n:*?"<>|]/);
        expect(name).not.toMatch(/^[.-]/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(116);
      }),
      { seed: 20240501, numRuns: 1000 },
    );
  });
});

it.each([
  ["Renée Zellweger", "renee-zellweger"],
  ["Søren Æbelø", "soren-aebelo"],
  ["Conan O’Brien", "conan-obrien"],
  ["  --  ", ""],
  ["Анна", ""],
])("makes a slug of %s", (name, expected) => {
  expect(slug(name)).toBe(expected);
});

it.each([
  ["ada-one", true],
  ["Анна К.", true],
  ["..", false],
  [".a", false],
  ["a/b", false],
  ["a\\b", false],
  ["", false],
  ["a".repeat(101), false],
])("judges the folder %s", (name, expected) => {
  expect(isSafeFolder(name)).toBe(expected);
});
