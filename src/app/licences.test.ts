import { expect, it } from "vitest";

import { decodeLicences, loadLicences } from "./licences.ts";

const PART = { name: "a", licence: "MIT", source: "https://example.org/a" };
const UNAVAILABLE = { ok: false, error: { kind: "licencesUnavailable" } };

it("gives each part its words", async () => {
  const json = { parts: [PART, { ...PART, name: "b", version: "1", text: 0 }], texts: ["Words"] };
  expect(await loadLicences("licences.json", () => Promise.resolve(Response.json(json)))).toEqual({
    ok: true,
    value: [PART, { ...PART, name: "b", version: "1", text: "Words" }],
  });
});

it.each([
  ["no object", []],
  ["no texts", { parts: [] }],
  ["words that are not there", { parts: [{ ...PART, text: 1 }], texts: ["Words"] }],
  ["a link that is a script", { parts: [{ ...PART, source: "javascript:0" }], texts: [] }],
])("refuses a list with %s", (_, json) => {
  expect(decodeLicences(json)).toEqual(UNAVAILABLE);
});

it.each([
  ["has no such file", () => Promise.resolve(new Response("", { status: 404 }))],
  ["answers with its start page", () => Promise.resolve(new Response("<!doctype html>"))],
  ["is away", () => Promise.reject(new TypeError("Failed to fetch"))],
])("says so where the server %s", async (_, answer) => {
  expect(await loadLicences("licences.json", answer)).toEqual(UNAVAILABLE);
});
