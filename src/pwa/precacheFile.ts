import type { CachePart } from "../shared/cacheNames.ts";

/** One file that the service worker keeps, as the build lists it. */
export interface PrecacheFile {
  /** Relative to the service worker's own address. */
  readonly url: string;
  /** Of the content; lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly part: CachePart;
}
