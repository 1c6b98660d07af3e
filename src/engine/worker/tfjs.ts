/**
 * The one tfjs of the app and of face-api (see scripts/build/faceApiFromSource.ts):
 * the core and the two backends, nothing else of the umbrella package.
 */

// face-api calls operations as methods; a missing one hangs instead of throwing.
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgl";

export * from "@tensorflow/tfjs-core";
