// What the build writes into the start page about itself.

/** Names of the `meta` elements. */
export const RELEASE_META = {
  /** Size of all files but the start page, in bytes. */
  offlineBytes: "offline-bytes",
  version: "version",
  /** Eight hexadecimal digits of the SHA-256 over all files' hashes. */
  build: "build",
} as const;

/** Which release this page is; absent on the development server. */
export interface Release {
  readonly version: string;
  readonly build: string;
}

export function readRelease(page: Document): Release | undefined {
  const [version, build] = [metaOf(page, "version"), metaOf(page, "build")];
  return version === undefined || build === undefined ? undefined : { version, build };
}

/** Known before there is a service worker to say it; 0 on the development server. */
export function readOfflineBytes(page: Document): number {
  return Number(metaOf(page, "offlineBytes") ?? 0);
}

function metaOf(page: Document, fact: keyof typeof RELEASE_META): string | undefined {
  return page.querySelector<HTMLMetaElement>(`meta[name="${RELEASE_META[fact]}"]`)?.content;
}
