/** From a file to its descriptor without the page: what the parity tests drive. Built like the app, from the same modules. */
import type { Backend, EngineInfo } from "../../src/engine/faceEngine.ts";
import { createFaceWorkerClient } from "../../src/engine/faceWorkerClient.ts";
import { decodePhoto } from "../../src/photo/decodePhoto.ts";

interface Described {
  readonly info: EngineInfo;
  /** The descriptor of the largest face of each photo; empty where there is none. */
  readonly descriptors: readonly (readonly number[])[];
}

declare global {
  interface Window {
    /** @param photos data URLs */
    describePhotos: (backend: Backend, photos: readonly string[]) => Promise<Described>;
  }
}

window.describePhotos = async (backend, photos) => {
  const engine = createFaceWorkerClient({
    modelsUrl: new URL("./models/", document.baseURI).href,
    backend,
  });
  const started = await engine.start(() => undefined);
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const descriptors: number[][] = [];
  for (const photo of photos) {
    const blob = await (await fetch(photo)).blob();
    const decoded = await decodePhoto(blob);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const { signal } = new AbortController();
    const analysed = await engine.analyse(decoded.value, () => undefined, signal);
    if (!analysed.ok) throw new Error(JSON.stringify(analysed.error));
    descriptors.push([...(analysed.value.faces[0]?.descriptor ?? [])]);
  }
  return { info: started.value, descriptors };
};
