/** Galleries as far as the diff compares them: from a folder, and from what is about to be written. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";

import type { Edition, LastEdition } from "./diff.ts";

/** Of any version of gallery.json, older ones too. */
const PEOPLE = v.object({
  people: v.array(v.object({ id: v.string(), name: v.string(), photoCount: v.number() })),
});

/** A file's content by its path in the gallery's folder. */
export type Contents = ReadonlyMap<string, string | Uint8Array>;

/** The gallery that lies in a folder, if one does. Never throws for what it holds. */
export async function readEdition(dir: string): Promise<LastEdition> {
  if (!existsSync(join(dir, "gallery.json"))) return { kind: "none" };
  const contents = new Map<string, string | Uint8Array>();
  for (const name of ["gallery.json", "classifier.json", "metrics.json"])
    if (existsSync(join(dir, name))) contents.set(name, await readFile(join(dir, name), "utf8"));
  const portraits = join(dir, "portraits");
  for (const name of existsSync(portraits) ? (await readdir(portraits)).toSorted() : [])
    contents.set(`portraits/${name}`, await readFile(join(portraits, name)));
  try {
    return { kind: "readable", edition: editionOf(contents) };
  } catch (error) {
    return { kind: "unreadable", cause: error instanceof Error ? error.message : String(error) };
  }
}

/** @throws when gallery.json or metrics.json is no JSON, or gallery.json lists nobody */
export function editionOf(contents: Contents): Edition {
  const { people } = v.parse(PEOPLE, JSON.parse(textOf(contents, "gallery.json")));
  return {
    people,
    metrics: contents.has("metrics.json") ? JSON.parse(textOf(contents, "metrics.json")) : {},
    files: new Map([...contents].map(([path, content]) => [path, sha256(content)])),
  };
}

function textOf(contents: Contents, name: string): string {
  const content = contents.get(name);
  if (content === undefined) throw new Error(`${name} is missing`);
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
