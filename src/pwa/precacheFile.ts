/** One file that the service worker keeps, as the build lists it. */
export interface PrecacheFile {
  /** Relative to the service worker's own address. */
  readonly url: string;
  /** Changes when the content changes. */
  readonly revision: string;
  /** Subresource integrity: a transfer that differs from the build is refused. */
  readonly integrity: string;
  readonly bytes: number;
}
