// @vladmandic/human as its face-match demo uses it, with what describes a face and nothing else:
// `?backend=wasm|webgl|humangl`.
import { Human } from "./node_modules/@vladmandic/human/dist/human.esm.js";
import { answerPhotos, parameter } from "./page.js";

const PEOPLE = 166;
const DESCRIPTOR_LENGTH = 1024;

const human = new Human({
  backend: parameter("backend"),
  modelBasePath: new URL("./node_modules/@vladmandic/human/models/", document.baseURI).href,
  wasmPath: new URL("./wasm/", document.baseURI).href,
  // For single pictures: nothing of the one before is used again.
  cacheSensitivity: 0,
  face: {
    enabled: true,
    detector: { maxDetected: 10, rotation: true },
    mesh: { enabled: true },
    description: { enabled: true },
    iris: { enabled: false },
    emotion: { enabled: false },
    antispoof: { enabled: false },
    liveness: { enabled: false },
  },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  gesture: { enabled: false },
  segmentation: { enabled: false },
});
const loaded = human.load();
const prototypes = strangers();

answerPhotos({
  decode: decodeImage,
  async describe(image) {
    await loaded;
    const { face, error } = await human.detect(image);
    if (error) throw new Error(error);
    return face
      .filter(({ embedding }) => embedding?.length > 0)
      .map(({ embedding }) => human.match.find(embedding, prototypes));
  },
});

async function decodeImage(file) {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  await image.decode();
  URL.revokeObjectURL(url);
  return image;
}

/** Our gallery has no descriptors of this kind: people who do not exist cost as much. */
function strangers() {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: PEOPLE }, () => Array.from({ length: DESCRIPTOR_LENGTH }, random));
}
