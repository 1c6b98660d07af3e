// @vladmandic/face-api as its demo uses it: `?backend=wasm|webgl&detector=ssd|tiny`.
import * as faceapi from "./node_modules/@vladmandic/face-api/dist/face-api.esm.js";
import { answerWith } from "./faceApiSteps.js";
import { parameter } from "./page.js";

const { tf } = faceapi;
const ready = start();
answerWith(faceapi, parameter("detector"), ready);

async function start() {
  tf.setWasmPaths(new URL("./wasm/", document.baseURI).href);
  await tf.setBackend(parameter("backend"));
  await tf.ready();
}
