import { join } from "node:path";

import { headersFor } from "../../build/hosting/headers.ts";
import { PROJECT_ROOT } from "../../projectRoot.ts";
import type { Site } from "./fileServer.ts";
import { MADE_FOLDER } from "./madeFiles.ts";

/** A page that is measured: it has a file input, and shows an answer to each photo. */
export interface Contender {
  readonly id: string;
  readonly name: string;
  /** As the table calls it. */
  readonly backend: "own choice" | "WASM" | "WebGL" | "humangl";
  /** The app; its engine on a bare page, as the peers are; or a peer. */
  readonly kind: "app" | "engine" | "peer";
  readonly site: Site;
  /** Of the page, relative to the site, with its query. */
  readonly path: string;
}

/** Where the bare page of the engine is built. */
export const PAGES_FOLDER = join(PROJECT_ROOT, ".cache", "bench", "pages");

/** For everybody, so that threads are to be had, as on the app's own hosts. */
const ISOLATED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** A peer has no service worker: with these its second visit needs no server either. */
const KEPT_FOR_EVER = { ...ISOLATED, "Cache-Control": "public, max-age=31536000, immutable" };

const APP_SITE: Site = {
  mounts: [{ prefix: "/", folder: join(PROJECT_ROOT, "dist"), precompressed: true }],
  headersFor,
};

export const PAGES_SITE: Site = {
  mounts: [{ prefix: "/", folder: PAGES_FOLDER }],
  headersFor: () => KEPT_FOR_EVER,
};

const PEERS_SITE: Site = {
  mounts: [
    { prefix: "/made/", folder: MADE_FOLDER },
    {
      prefix: "/wasm/",
      folder: join(PROJECT_ROOT, "node_modules", "@tensorflow", "tfjs-backend-wasm", "dist"),
    },
    { prefix: "/", folder: join(PROJECT_ROOT, "scripts", "bench", "peers") },
  ],
  headersFor: () => KEPT_FOR_EVER,
};

/** The slow ones last: whoever watches sees most of the table early. */
export const CONTENDERS: readonly Contender[] = [
  app("ours", "own choice", ""),
  app("ours-wasm", "WASM", "?backend=wasm"),
  engine("engine-wasm", "WASM", "?backend=wasm"),
  peer("face-api-tiny-wasm", "face-api 1.7.15, Tiny", "WASM", faceApi("tiny", "wasm")),
  peer("face-api-ssd-wasm", "face-api 1.7.15, SSD", "WASM", faceApi("ssd", "wasm")),
  peer("human-wasm", "Human 3.3.6", "WASM", "human.html?backend=wasm"),
  app("ours-webgl", "WebGL", "?backend=webgl"),
  engine("engine-webgl", "WebGL", "?backend=webgl"),
  peer("face-api-tiny-webgl", "face-api 1.7.15, Tiny", "WebGL", faceApi("tiny", "webgl")),
  peer("face-api-ssd-webgl", "face-api 1.7.15, SSD", "WebGL", faceApi("ssd", "webgl")),
  peer("face-api.js-webgl", "face-api.js 0.22.2, SSD", "WebGL", "faceApiJs.html?detector=ssd"),
  peer("human-webgl", "Human 3.3.6", "WebGL", "human.html?backend=webgl"),
  peer("human-humangl", "Human 3.3.6", "humangl", "human.html?backend=humangl"),
];

type Backend = Contender["backend"];

function app(id: string, backend: Backend, path: string): Contender {
  return { id, name: "Starlike", backend, kind: "app", site: APP_SITE, path };
}

function engine(id: string, backend: Backend, query: string): Contender {
  const path = `engine.html${query}`;
  return { id, name: "Starlike's engine", backend, kind: "engine", site: PAGES_SITE, path };
}

function peer(id: string, name: string, backend: Backend, path: string): Contender {
  return { id, name, backend, kind: "peer", site: PEERS_SITE, path };
}

function faceApi(detector: "tiny" | "ssd", backend: "wasm" | "webgl"): string {
  return `faceApi.html?detector=${detector}&backend=${backend}`;
}
