/** The app's way of a photo without the app's screens, as the peers' pages are: file, engine, ranking. */
import type { Backend, EngineStep } from "../../../../src/engine/faceEngine.ts";
import { createFaceWorkerClient } from "../../../../src/engine/faceWorkerClient.ts";
import type { AnalysedFace } from "../../../../src/face/analysedFace.ts";
import type { Gallery } from "../../../../src/gallery/gallery.ts";
import { loadGallery } from "../../../../src/gallery/loadGallery.ts";
import { rank } from "../../../../src/matching/rank.ts";
import { decodePhoto, prepareDecoder } from "../../../../src/photo/decodePhoto.ts";
import type { Result } from "../../../../src/shared/result.ts";

const engine = createFaceWorkerClient({
  modelsUrl: new URL("./models/", document.baseURI).href,
  backend: new URLSearchParams(location.search).get("backend") as Backend,
});
const started = engine.start(() => undefined);
const gallery = loadGallery(new URL("./gallery/", document.baseURI).href, (url) => fetch(url));
prepareDecoder();

const input = document.createElement("input");
input.type = "file";
const answer = document.createElement("p");
input.addEventListener("change", () => {
  answer.replaceChildren();
  void show(input.files![0]!);
});
document.body.append(input, answer);

async function show(file: Blob): Promise<void> {
  const output = document.createElement("output");
  try {
    const { names, parts } = await namesOf(file);
    output.dataset["testid"] = names.length === 0 ? "problem" : "match";
    output.dataset["faces"] = String(names.length);
    output.dataset["parts"] = JSON.stringify(parts);
    output.textContent = names.join(", ");
  } catch (error) {
    console.error(error);
    output.dataset["testid"] = "problem";
  }
  answer.replaceChildren(output);
  // As the app does while nothing is to be done.
  prepareDecoder();
}

/** The nearest of each face, and what took how long, in ms. */
async function namesOf(file: Blob) {
  const watch = createWatch();
  const photo = valueOf(await decodePhoto(file));
  watch.lap("decode");
  valueOf(await started);
  const { signal } = new AbortController();
  const onStep = ({ kind }: EngineStep) => {
    if (kind === "describing") watch.lap("detect");
  };
  const { faces } = valueOf(await engine.analyse(photo, onStep, signal));
  watch.lap(faces.length === 0 ? "detect" : "describe");
  const people = valueOf(await gallery);
  const names = faces.map((face) => firstName(people, face));
  watch.lap("rank");
  return { names, parts: watch.parts };
}

function firstName({ people, ...rest }: Gallery, { descriptor }: AnalysedFace): string {
  const prototypes = people.map(({ prototype }) => prototype);
  const { matches } = rank({ ...rest, prototypes }, descriptor);
  return people[matches[0]!.index]!.name;
}

function createWatch() {
  const parts: Record<string, number> = {};
  let last = performance.now();
  return {
    parts,
    lap(name: string) {
      const now = performance.now();
      parts[name] = now - last;
      last = now;
    },
  };
}

function valueOf<T>(result: Result<T, { readonly kind: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
