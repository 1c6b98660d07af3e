import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

import { encodePortraitPack, PORTRAIT_PACK } from "../../src/gallery/portraitPack.ts";
import { afterBuild } from "./afterBuild.ts";

/** Lays all portraits of the gallery beside it in one file: after the build, and on request while one develops. */
export function portraitPack(): Plugin[] {
  return [
    afterBuild("portrait-pack", async (dist) => {
      const folder = join(dist, "gallery");
      await writeFile(join(folder, PORTRAIT_PACK), await packPortraits(folder));
    }),
    {
      name: "portrait-pack-on-request",
      configureServer: ({ middlewares, config }) => {
        middlewares.use(`/gallery/${PORTRAIT_PACK}`, (_, response, next) => {
          packPortraits(join(config.publicDir, "gallery")).then((pack) => response.end(pack), next);
        });
      },
    },
  ];
}

/** @param folder of gallery.json; in the order of its people, so that the same gallery gives the same bytes */
export async function packPortraits(folder: string): Promise<Uint8Array> {
  const gallery = JSON.parse(await readFile(join(folder, "gallery.json"), "utf8")) as {
    readonly people: readonly { readonly portrait: string }[];
  };
  const files = gallery.people.map(
    async ({ portrait }) => [portrait, await readFile(join(folder, portrait))] as const,
  );
  return encodePortraitPack(await Promise.all(files));
}
