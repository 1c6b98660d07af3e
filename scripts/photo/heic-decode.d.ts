/** The part of heic-decode 2.1.0 that is used; the package brings no types. */
declare module "heic-decode" {
  export interface HeicImage {
    readonly width: number;
    readonly height: number;
    /** RGBA, upright. */
    decode(): Promise<{ readonly data: Uint8ClampedArray }>;
  }

  const decodeHeic: {
    /** Reads the headers; pixels only when an image is asked for them. */
    all(input: {
      readonly buffer: Uint8Array;
    }): Promise<readonly HeicImage[] & { dispose(): void }>;
  };
  export default decodeHeic;
}
