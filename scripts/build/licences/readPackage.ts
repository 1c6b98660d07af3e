import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { ShippedPart } from "./shippedPart.ts";

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/**
 * What an installed package says of itself.
 *
 * @param root its folder
 * @throws Error where it names no licence
 */
export async function readPackage(root: string): Promise<ShippedPart> {
  const json = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as PackageJson;
  const { name, version, license } = json;
  if (license === undefined) throw new Error(`${name} names no licence.`);
  const text = await readText(root);
  return {
    name,
    version,
    licence: license,
    source: sourceOf(json),
    ...(text !== undefined && { text }),
  };
}

async function readText(root: string): Promise<string | undefined> {
  const files = (await readdir(root)).filter((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file));
  const [file] = files.sort();
  if (file === undefined) return undefined;
  const text = (await readFile(join(root, file), "utf8")).replaceAll("\r\n", "\n");
  // Vite appends the licences of what its program is made of; of that nothing ships.
  return text.split(/^# Licenses of bundled dependencies$/m)[0]!.trim();
}

/** A web address, whichever of npm's spellings the package uses. */
function sourceOf({ name, repository, homepage }: PackageJson): string {
  const url = typeof repository === "object" ? repository.url : repository;
  const address = url
    ?.replace(/^git\+/, "")
    .replace(/^git:\/\//, "https://")
    .replace(/^(?:ssh:\/\/)?git@github\.com[:/]/, "https://github.com/")
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, "https://github.com/$1")
    .replace(/\.git$/, "");
  const source = address ?? homepage;
  if (!source?.startsWith("https://")) throw new Error(`${name} does not say where its source is.`);
  return source;
}
