/** Which files of packages a build has really taken in: what is imported but falls away ships nothing. */
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

import { PROJECT_ROOT } from "../../projectRoot.ts";

/**
 * Remembers the files that a bundle is made of; one for the page, and one for each worker.
 *
 * @param files filled with absolute paths while the bundle is written
 */
export function rememberFiles(files: Set<string>): Plugin {
  return {
    name: "remember-files",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const path of filesOf(bundle)) files.add(path);
      },
    },
  };
}

/** For a bundle that is written after the list of licences: what ships in it would be missing there. */
export function refusePackages(): Plugin {
  return {
    name: "refuse-packages",
    generateBundle(_, bundle) {
      const found = filesOf(bundle).find((path) => packageRoot(path) !== undefined);
      if (found !== undefined)
        throw new Error(`${found} would ship without its licence in licences.json.`);
    },
  };
}

/**
 * The folder of the package that a file belongs to, absent for our own. What the
 * build tool adds by itself has a name that begins with a zero byte and the tool's.
 */
export function packageRoot(path: string): string | undefined {
  const [, tool] = /^\0(vite|rolldown)\//.exec(path) ?? [];
  if (tool !== undefined) return join(PROJECT_ROOT, "node_modules", tool);
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll("\\", "/"))?.[0];
}

function filesOf(bundle: Rolldown.OutputBundle): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === "chunk"
      ? Object.entries(output.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => withoutQuery(id))
      : output.originalFileNames.map((name) => join(PROJECT_ROOT, withoutQuery(name))),
  );
}

function withoutQuery(id: string): string {
  return id.replace(/\?.*$/, "");
}
