import { createHash } from "node:crypto";
import { expect, it } from "vitest";

import { fetchModels, type FetchPort } from "./fetchModels.ts";
import type { ModelFile } from "./modelManifest.ts";

const CONTENT = Uint8Array.of(1, 2, 3, 4, 5);
const FILE: ModelFile = {
  name: "weights.bin",
  bytes: CONTENT.length,
  sha256: createHash("sha256").update(CONTENT).digest("hex"),
};

it("hands out what it verified, and counts its bytes", async () => {
  const { result, bytes, asked } = await load([() => new Response(CONTENT)]);
  expect(result).toMatchObject({ ok: true });
  if (result.ok) expect(result.value.get("weights.bin")).toEqual(CONTENT);
  expect(bytes).toBe(CONTENT.length);
  expect(asked).toEqual(["https://site/models/weights.bin default"]);
});

it.each([
  ["another content of the same length", () => new Response(Uint8Array.of(1, 2, 3, 4, 6))],
  ["too few bytes", () => new Response(CONTENT.slice(0, 3))],
  ["too many bytes", () => new Response(new Uint8Array(9))],
  ["a page instead of the file", () => new Response("<!doctype html>")],
  ["an error of the server", () => new Response("", { status: 500 })],
  ["no network", () => Promise.reject(new TypeError("Failed to fetch"))],
])("asks once more past the cache after %s, then says which file", async (_, answer) => {
  const { result, bytes, asked } = await load([answer, answer]);
  expect(result).toMatchObject({
    ok: false,
    error: { kind: "modelsUnavailable", file: "weights.bin" },
  });
  expect(bytes).toBe(0);
  expect(asked[1]).toContain("reload");
});

it("recovers when only the cache was wrong", async () => {
  const { result, bytes } = await load([
    () => new Response(Uint8Array.of(9)),
    () => new Response(CONTENT),
  ]);
  expect(result.ok).toBe(true);
  expect(bytes).toBe(CONTENT.length);
});

async function load(answers: (() => Response | Promise<Response>)[]) {
  const asked: string[] = [];
  let bytes = 0;
  const port: FetchPort = {
    fetch: async (url, { cache }) => {
      asked.push(`${url} ${cache ?? ""}`);
      return answers[asked.length - 1]!();
    },
    digest: (content) => crypto.subtle.digest("SHA-256", content),
  };
  const result = await fetchModels(port, "https://site/models/", [FILE], (count) => {
    bytes += count;
  });
  return { result, bytes, asked };
}
