import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import makeLibheif from "libheif-js/libheif-wasm/libheif.js";
import { expect, it } from "vitest";

import { damagedBytes, FUZZ } from "../shared/testing/fuzzing.ts";
import { decodeHeic } from "./decodeHeic.ts";
import { heicFile } from "./testing/heicFile.ts";

const compiled = new WebAssembly.Module(
  readFileSync(createRequire(import.meta.url).resolve("libheif-js/libheif-wasm/libheif.wasm")),
);
/** A decoder starts in some 50 ms. */
const SLOWER = 10;
const MAX_PIXELS = 1_000_000;
const PICTURE = { width: 32, height: 32, data: new Uint8Array(32 * 32 * 3).fill(120) };

it("opens a damaged HEIC whole, or names what is wrong with it", () => {
  fc.assert(
    fc.property(damagedBytes(heicFile(PICTURE, { quarterTurns: 1 })), (bytes) => {
      const decoded = decodeHeic(freshDecoder(), bytes, MAX_PIXELS);
      if (decoded.ok) {
        const { width, height, data } = decoded.value;
        expect(width * height).toBeGreaterThan(0);
        expect(data).toHaveLength(width * height * 4);
      } else
        expect(["damagedImage", "unsupportedImage", "imageTooLarge"]).toContain(decoded.error.kind);
    }),
    { ...FUZZ, numRuns: Math.ceil(FUZZ.numRuns / SLOWER) },
  );
});

/** As in the app: one for each photo, since a broken file may break it. */
function freshDecoder(): ReturnType<typeof makeLibheif> {
  const quiet = () => undefined;
  const options = {
    // Emscripten's own way to bring a module that is compiled already.
    instantiateWasm(imports: WebAssembly.Imports, onReady: (it: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(compiled, imports);
      onReady(instance);
      return instance.exports;
    },
    print: quiet,
    printErr: quiet,
  };
  return makeLibheif(options);
}
