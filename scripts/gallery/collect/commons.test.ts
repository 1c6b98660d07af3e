import fc from "fast-check";
import type * as v from "valibot";
import { parse } from "valibot";
import { expect, it } from "vitest";

import { ok } from "../../../src/shared/result.ts";
import { fetchFiles, titleBatches } from "./commons.ts";
import type { MediaWikiApi } from "./mediaWikiApi.ts";

it("parts titles by fifty, and by the length of the address", () => {
  expect(
    titleBatches(Array.from({ length: 120 }, (_, i) => `File:${i}`)).map((b) => b.length),
  ).toEqual([50, 50, 20]);
  // 60 Cyrillic letters are 360 bytes of an address.
  const long = Array.from({ length: 40 }, (_, i) => `File:${"Ж".repeat(60)}${i}`);
  expect(titleBatches(long).map((batch) => batch.length)).toEqual([13, 13, 13, 1]);
  expect(titleBatches([])).toEqual([]);
});

it("loses no title and keeps their order, however long they are", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 240 })), (titles) => {
      const batches = titleBatches(titles);
      expect(batches.flat()).toEqual(titles);
      expect(batches.every((batch) => batch.length > 0)).toBe(true);
    }),
    { seed: 20240501 },
  );
});

it("leaves out files that are gone or hidden, and reads lists for empty maps", async () => {
  const pages = [
    { title: "File:Gone.jpg", missing: true },
    { title: "File:Lost.jpg", imageinfo: [{ filemissing: true }] },
    { title: "File:Hidden.jpg", imageinfo: [{ filehidden: true, timestamp: "t" }] },
    { title: "File:There.jpg", imageinfo: [{ ...INFO, extmetadata: [] }] },
  ];
  const found = await fetchFiles(
    saying({ query: { pages } }),
    pages.map((p) => p.title),
    undefined,
  );
  expect(found.ok && [...found.value.keys()]).toEqual(["File:There.jpg"]);
});

it("believes no address but of the web, and no sum but a sum", async () => {
  for (const damage of [{ url: "file:///etc/passwd" }, { sha1: "../x" }, { thumburl: "x" }]) {
    const pages = [{ title: "File:A.jpg", imageinfo: [{ ...INFO, ...damage }] }];
    await expect(fetchFiles(saying({ query: { pages } }), ["File:A.jpg"], 1280)).rejects.toThrow();
  }
});

const INFO = {
  timestamp: "2020-02-02T02:02:02Z",
  url: "https://upload.example/a.jpg",
  descriptionurl: "https://commons.example/wiki/File:A.jpg",
  size: 5,
  width: 10,
  height: 10,
  mime: "image/jpeg",
  sha1: "0".repeat(40),
};

/** An API that gives one answer; it throws where a decoder refuses it. */
function saying(answer: unknown): MediaWikiApi {
  const decode = <S extends v.GenericSchema>(schema: S) => ok(parse(schema, answer));
  return {
    ask: (_, schema) => Promise.resolve(decode(schema)),
    pages: async function* (_, schema) {
      yield await Promise.resolve(decode(schema));
    },
  };
}
