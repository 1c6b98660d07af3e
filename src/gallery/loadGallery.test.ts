import { expect, it } from "vitest";

import type { Person, PersonId } from "./gallery.ts";
import { loadGallery, loadPortraits } from "./loadGallery.ts";

it.each([
  ["a server that has no such file", () => new Response("", { status: 404 }), /404/],
  ["a server that answers with its start page", () => new Response("<!doctype html>"), /JSON/],
  ["a file of another version", () => Response.json({ schemaVersion: 99 }), /unsupportedVersion/],
])("cannot use %s", async (_, answer, cause) => {
  const result = await loadGallery("/gallery/", () => Promise.resolve(answer()));
  expect(result).toMatchObject({ ok: false, error: { kind: "galleryUnavailable" } });
  if (!result.ok) expect(result.error.cause).toMatch(cause);
});

it("says which file the network failed on", async () => {
  const fetchFile = (url: string) =>
    url.endsWith("classifier.json")
      ? Promise.reject(new TypeError("Failed to fetch"))
      : Promise.resolve(Response.json({}));
  expect(await loadGallery("/gallery/", fetchFile)).toMatchObject({
    error: { file: "/gallery/classifier.json", cause: "TypeError: Failed to fetch" },
  });
});

it("asks for every portrait, and keeps those that are pictures", async () => {
  const asked: string[] = [];
  const fetchFile = (url: string) => {
    asked.push(url);
    const type = url.endsWith("b.webp") ? "text/html" : "image/webp";
    return Promise.resolve(new Response("abc", { headers: { "content-type": type } }));
  };
  const portraits = await loadPortraits("/gallery/", [person("a"), person("b")], fetchFile);
  expect(asked).toEqual(["/gallery/portraits/a.webp", "/gallery/portraits/b.webp"]);
  expect([...portraits]).toEqual([["a", "data:image/webp;base64,YWJj"]]);
});

function person(id: string): Person {
  return { id: id as PersonId, portrait: `portraits/${id}.webp` } as Person;
}
