// face-api.js, which chooses WebGL by itself and has no WASM: `?detector=ssd|tiny`.
import { answerWith } from "./faceApiSteps.js";
import { parameter } from "./page.js";

answerWith(globalThis.faceapi, parameter("detector"), Promise.resolve());
