import type { Plugin } from "vite";

import { LICENCES_FILE, type LicencesJson } from "../../../src/app/licences.ts";
import { insideParts } from "./insideParts.ts";
import { readPackage } from "./readPackage.ts";
import { packageRoot } from "./shippedFiles.ts";
import { completeParts, type ShippedPart } from "./shippedPart.ts";

/**
 * Lays the list of everything of others' that ships beside the page, which shows it.
 *
 * @param files what the bundles of the page and its workers are made of; see `rememberFiles`
 */
export function licences(files: ReadonlySet<string>): Plugin {
  return {
    name: "licences",
    apply: (_, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    generateBundle: {
      // After `rememberFiles`, which is named first.
      order: "post",
      async handler() {
        const source = `${JSON.stringify(toJson(await shippedParts(files)))}\n`;
        this.emitFile({ type: "asset", fileName: LICENCES_FILE, source });
      },
    },
  };
}

async function shippedParts(files: ReadonlySet<string>): Promise<readonly ShippedPart[]> {
  const roots = new Set([...files].map(packageRoot).filter((root) => root !== undefined));
  const packages = await Promise.all([...roots].map(readPackage));
  const parts = completeParts([...packages, ...(await insideParts())]);
  return parts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every text once: many packages share theirs to the letter. */
export function toJson(parts: readonly ShippedPart[]): LicencesJson {
  const texts = [...new Set(parts.flatMap(({ text }) => text ?? []))];
  return {
    parts: parts.map(({ text, ...part }) => ({
      ...part,
      ...(text !== undefined && { text: texts.indexOf(text) }),
    })),
    texts,
  };
}
