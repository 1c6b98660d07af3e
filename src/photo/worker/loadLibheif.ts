import type { MainModule } from "libheif-js/libheif-wasm/libheif.js";
import wasmUrl from "libheif-js/libheif-wasm/libheif.wasm?url";

/** `undefined` where neither the network nor the cache has it. */
export async function loadLibheif(): Promise<MainModule | undefined> {
  const parts = await loadParts();
  if (parts === undefined) return undefined;
  const [{ default: makeLibheif }, wasmBinary] = parts;
  // It logs every refusal, though its answer says the same.
  return makeLibheif({ wasmBinary, print: ignore, printErr: ignore });
}

async function loadParts() {
  try {
    return await Promise.all([import("libheif-js/libheif-wasm/libheif.js"), loadWasm()]);
  } catch (e) {
    // What `import` and `fetch` throw for a file that does not come.
    if (e instanceof TypeError) return undefined;
    throw e;
  }
}

async function loadWasm(): Promise<ArrayBuffer> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new TypeError(`${wasmUrl}: ${response.status}`);
  return response.arrayBuffer();
}

function ignore(): void {
  return undefined;
}
