import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { PROJECT_ROOT } from "../../projectRoot.ts";
import { readPackage } from "./readPackage.ts";
import type { ShippedPart } from "./shippedPart.ts";

/**
 * What no module of the bundles shows: the weights, which are copied, and the
 * libraries that were compiled into WebAssembly before the package was made.
 *
 * Source: the build files of the packages' repositories, and the names that the
 * binaries hold. The terms of the weights: the README of
 * https://github.com/davisking/dlib-models, and the licence of face-api.
 */
export async function insideParts(): Promise<readonly ShippedPart[]> {
  const packages = join(PROJECT_ROOT, "node_modules");
  const faceApi = await readPackage(join(packages, "@vladmandic/face-api"));
  // The LGPL together with the GPL, which it refers to; at the top of the package stands the LGPL alone.
  const lgpl = await readFile(join(packages, "libheif-js/libheif-wasm/LICENSE"), "utf8");
  return [
    { ...faceApi, name: `${faceApi.name}: weights of the detectors and of the landmarks` },
    {
      name: "dlib: weights of the recogniser (dlib_face_recognition_resnet_model_v1)",
      licence: "CC0-1.0",
      source: "https://github.com/davisking/dlib-models",
    },
    {
      name: "libde265, inside libheif-js",
      licence: "LGPL-3.0",
      source: "https://github.com/strukturag/libde265",
      text: lgpl,
    },
    {
      name: "libheif, inside libheif-js",
      licence: "LGPL-3.0",
      source: "https://github.com/strukturag/libheif",
      text: lgpl,
    },
    {
      name: "XNNPACK, inside @tensorflow/tfjs-backend-wasm",
      licence: "BSD-3-Clause",
      source: "https://github.com/google/XNNPACK",
      text: await notice("xnnpack"),
    },
    {
      name: "Emscripten's run time, inside libheif-js and @tensorflow/tfjs-backend-wasm",
      licence: "MIT",
      source: "https://github.com/emscripten-core/emscripten",
      text: await notice("emscripten"),
    },
  ];
}

/** Of a library whose package came without its words. */
async function notice(name: string): Promise<string> {
  const folder = join(PROJECT_ROOT, "scripts", "build", "licences", "notices");
  return (await readFile(join(folder, `${name}.txt`), "utf8")).trim();
}
