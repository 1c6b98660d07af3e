/** A host, and caches, for tests of the file store. */
import { createHash, webcrypto } from "node:crypto";

import { createFileStore } from "./fileStore.ts";
import type { PrecacheFile } from "./precacheFile.ts";

export const SCOPE = "https://host.test/starlike/";

export function fileOf(url: string, content: string, part: PrecacheFile["part"]): PrecacheFile {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { url, sha256, bytes: content.length, part };
}

export function keyOf(file: PrecacheFile): string {
  return `${SCOPE}sha256/${file.sha256}`;
}

export async function textOf(response: Promise<Response>): Promise<string> {
  return (await response).text();
}

/** @param site content by address; "CACHE-MODE ADDRESS" for what one mode alone gets */
export function createWorld(
  site: Readonly<Record<string, string>>,
  files: readonly PrecacheFile[],
  caches = createCaches(),
) {
  const asked: string[] = [];
  const port = {
    caches: caches.port,
    fetch: ({ url, cache }: Request) => {
      const path = url.slice(SCOPE.length);
      asked.push(`${cache} ${path}`);
      const content = site[`${cache} ${path}`] ?? site[path];
      return Promise.resolve(new Response(content, { status: content === undefined ? 404 : 200 }));
    },
    digest: (content: ArrayBuffer) => webcrypto.subtle.digest("SHA-256", content),
  };
  return { store: createFileStore(port, files, SCOPE), caches, asked };
}

/** As much of CacheStorage as the store uses. */
function createCaches() {
  const contents = new Map<string, Map<string, Response>>();
  const cacheOf = (entries: Map<string, Response>) => ({
    keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
    delete: ({ url }: { url: string }) => Promise.resolve(entries.delete(url)),
    put: (url: string, response: Response) => Promise.resolve(void entries.set(url, response)),
    match: (url: string) => Promise.resolve(entries.get(url)?.clone()),
    matchAll: (url: string) =>
      Promise.resolve(
        [...entries].filter(([key]) => key.startsWith(url)).map(([, it]) => it.clone()),
      ),
  });
  const port = {
    keys: () => Promise.resolve([...contents.keys()]),
    has: (name: string) => Promise.resolve(contents.has(name)),
    delete: (name: string) => Promise.resolve(contents.delete(name)),
    open: (name: string) => {
      const entries = contents.get(name) ?? new Map<string, Response>();
      contents.set(name, entries);
      return Promise.resolve(cacheOf(entries));
    },
  };
  return {
    port: port as unknown as CacheStorage,
    sizes: () => Object.fromEntries([...contents].map(([name, entries]) => [name, entries.size])),
  };
}
