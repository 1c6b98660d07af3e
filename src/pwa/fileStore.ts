// The files of one release in the browser's caches. An entry's key is the hash
// of its content, so that releases share what they have in common.
import { cacheName, isCacheOf } from "../shared/cacheNames.ts";
import type { PrecacheFile } from "./precacheFile.ts";

/** What the store needs of the platform; tests hand in their own. */
export interface FileStorePort {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly digest: (content: ArrayBuffer) => Promise<ArrayBuffer>;
}

export interface FileStore {
  /** The file that lies at an address, whatever its query. */
  readonly fileAt: (url: string) => PrecacheFile | undefined;
  /**
   * Gets every file that is missing or damaged, one after the other. What it
   * has got stays, so that the next call goes on where this one stopped.
   *
   * @param ready awaited before each fetch
   * @throws when a file cannot be had, or is not the one of this release
   */
  readonly keepMissing: (ready: () => Promise<void>, onKept: OnKept) => Promise<void>;
  /** Whether every file is there and intact. Reads them all, each once in the store's life. */
  readonly isComplete: () => Promise<boolean>;
  /**
   * The kept file; a damaged one is replaced first. Without a kept one the
   * network answers and nothing is kept: the person may just have deleted it.
   */
  readonly answer: (file: PrecacheFile, request: Request) => Promise<Response>;
  /** Deletes what this release does not need, also the caches of releases of another format. */
  readonly prune: () => Promise<void>;
  /** Whether a release of this format has kept something already. */
  readonly hasPredecessor: () => Promise<boolean>;
}

/** @param fetched whether it had to come from outside, and not from an earlier release's cache */
export type OnKept = (file: PrecacheFile, fetched: boolean) => void;

/** True of this transfer alone, and so not of what is kept. */
const TRANSFER_HEADERS = ["vary", "content-encoding"];

/** @param scope absolute, with its last slash */
export function createFileStore(
  port: FileStorePort,
  files: readonly PrecacheFile[],
  scope: string,
): FileStore {
  const cacheNames = {
    shell: cacheName("shell", scope),
    data: cacheName("data", scope),
  } as const;
  const addressOf = (file: PrecacheFile) => new URL(file.url, scope).href;
  const keyOf = (file: PrecacheFile) => new URL(`sha256/${file.sha256}`, scope).href;
  const byAddress = new Map(files.map((file) => [addressOf(file), file]));
  /** Hashes whose content was seen intact: reading it again would tell nothing new. */
  const intact = new Set<string>();

  /** Unlike `open` alone, this does not make a cache anew that the person has deleted. */
  async function existing(part: PrecacheFile["part"]): Promise<Cache | undefined> {
    const name = cacheNames[part];
    return (await port.caches.has(name)) ? port.caches.open(name) : undefined;
  }

  /** Keys of the entries, known to be intact or not. */
  async function keptKeys(): Promise<ReadonlySet<string>> {
    const keys = (["shell", "data"] as const).map(async (part) => {
      const requests = await (await existing(part))?.keys();
      return (requests ?? []).map(({ url }) => url);
    });
    return new Set((await Promise.all(keys)).flat());
  }

  async function isIntact(file: PrecacheFile, kept: ReadonlySet<string>): Promise<boolean> {
    if (!kept.has(keyOf(file))) return false;
    if (intact.has(file.sha256)) return true;
    const response = await (await existing(file.part))?.match(keyOf(file));
    return response !== undefined && (await verified(file, response)) !== undefined;
  }

  async function isContentOf(file: PrecacheFile, content: ArrayBuffer): Promise<boolean> {
    const same = hex(await port.digest(content)) === file.sha256;
    if (same) intact.add(file.sha256);
    return same;
  }

  /** The response once more, from bytes that were checked; absent when they are not the file's. */
  async function verified(file: PrecacheFile, response: Response): Promise<Response | undefined> {
    if (!response.ok) return undefined;
    const content = await response.arrayBuffer();
    if (!(await isContentOf(file, content))) return undefined;
    const headers = new Headers(response.headers);
    for (const name of TRANSFER_HEADERS) headers.delete(name);
    // Compressed on its way it had another. The page adds them up without reading the files.
    headers.set("content-length", String(content.byteLength));
    return new Response(content, { headers });
  }

  /** First what the HTTP cache has, since the page has just loaded most files itself. */
  async function fetchVerified(file: PrecacheFile): Promise<Response> {
    for (const cache of ["force-cache", "reload"] as const) {
      const request = new Request(addressOf(file), { cache, credentials: "same-origin" });
      const response = await verified(file, await port.fetch(request));
      if (response !== undefined) return response;
    }
    throw new Error(`${file.url} is not the file of this release`);
  }

  /** Releases before this format kept files by address; their weights are the same. */
  async function fromEarlierFormat(file: PrecacheFile): Promise<Response | undefined> {
    for (const name of await foreignNames()) {
      const cache = await port.caches.open(name);
      const options = { ignoreSearch: true, ignoreVary: true };
      for (const candidate of await cache.matchAll(addressOf(file), options)) {
        const response = await verified(file, candidate);
        if (response !== undefined) return response;
      }
    }
    return undefined;
  }

  async function foreignNames(): Promise<readonly string[]> {
    const own: readonly string[] = Object.values(cacheNames);
    const names = await port.caches.keys();
    return names.filter((name) => isCacheOf(scope, name) && !own.includes(name));
  }

  async function put(file: PrecacheFile, response: Response): Promise<void> {
    const cache = await port.caches.open(cacheNames[file.part]);
    await cache.put(keyOf(file), response);
  }

  return {
    fileAt(url) {
      const address = new URL(url);
      address.search = "";
      address.hash = "";
      return byAddress.get(address.href);
    },

    async keepMissing(ready, onKept) {
      const kept = await keptKeys();
      for (const file of files) {
        if (await isIntact(file, kept)) {
          onKept(file, false);
          continue;
        }
        const earlier = await fromEarlierFormat(file);
        if (earlier === undefined) await ready();
        await put(file, earlier ?? (await fetchVerified(file)));
        onKept(file, earlier === undefined);
      }
    },

    async isComplete() {
      const kept = await keptKeys();
      for (const file of files) if (!(await isIntact(file, kept))) return false;
      return true;
    },

    async answer(file, request) {
      const found = await (await existing(file.part))?.match(keyOf(file));
      if (found === undefined) return port.fetch(request);
      if (intact.has(file.sha256)) return found;
      const checked = await verified(file, found);
      if (checked !== undefined) return checked;
      try {
        const response = await fetchVerified(file);
        await put(file, response.clone());
        return response;
      } catch {
        // No network, or the server has another release: the page says what it can do with that.
        return port.fetch(request);
      }
    },

    async prune() {
      for (const part of ["shell", "data"] as const) {
        const needed = new Set(files.filter((file) => file.part === part).map(keyOf));
        const cache = await port.caches.open(cacheNames[part]);
        const unneeded = (await cache.keys()).filter(({ url }) => !needed.has(url));
        await Promise.all(unneeded.map((request) => cache.delete(request)));
      }
      await Promise.all((await foreignNames()).map((name) => port.caches.delete(name)));
    },

    hasPredecessor: () => port.caches.has(cacheNames.shell),
  };
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
