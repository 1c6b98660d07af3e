import { expect, it } from "vitest";

import type { Person, PersonId } from "./gallery.ts";
import { loadGallery, loadPortraits, portraitsOf } from "./loadGallery.ts";
import { encodePortraitPack } from "./portraitPack.ts";

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

const PACK = encodePortraitPack([
  ["portraits/a.webp", Uint8Array.of(97, 98, 99)],
  ["portraits/b.webp", Uint8Array.of(100)],
]);

it("asks for all portraits at once, whoever is shown", async () => {
  const asked: string[] = [];
  const files = await loadPortraits("/gallery/", (url) => {
    asked.push(url);
    return Promise.resolve(new Response(PACK));
  });
  expect(asked).toEqual(["/gallery/portraits.bin"]);
  const portraits = portraitsOf([person("b"), person("a"), person("c")], files);
  expect(portraits.get("a" as PersonId)).toBe("data:image/webp;base64,YWJj");
  expect(portraits.get("a" as PersonId)).toBe("data:image/webp;base64,YWJj");
  expect(portraits.get("b" as PersonId)).toBe("data:image/webp;base64,ZA==");
  expect(portraits.get("c" as PersonId)).toBeUndefined();
  expect(portraits.get("d" as PersonId)).toBeUndefined();
});

it.each([
  ["cut off", () => new Response(PACK.subarray(0, -1))],
  ["missing", () => new Response("", { status: 404 })],
  ["a start page", () => new Response("<!doctype html>")],
  ["out of reach", () => Promise.reject(new TypeError("Failed to fetch"))],
])("asks once more where the portraits are %s, then does without", async (_, answer) => {
  const answers = [answer, () => new Response(PACK)];
  const caches: unknown[] = [];
  const again = await loadPortraits("/gallery/", async (_url, init) => {
    caches.push(init?.cache);
    return answers.shift()!();
  });
  expect(again.size).toBe(2);
  expect(caches).toEqual(["default", "reload"]);
  expect((await loadPortraits("/gallery/", async () => answer())).size).toBe(0);
});

function person(id: string): Person {
  return { id: id as PersonId, portrait: `portraits/${id}.webp` } as Person;
}
