import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import type { Backend } from "../src/engine/faceEngine.ts";
import { OTHER_VISITORS, VISITOR } from "./support/gallery.ts";
import { dataUrl, distance, serveHarness } from "./support/harness.ts";
import { portrait } from "./support/photos.ts";
import type { ReleaseServer } from "./support/releaseServer.ts";

/**
 * The gallery is described in Node, a photo in the browser. If the two drift
 * apart every ranking is wrong and nothing else notices. Measured: Node and WASM
 * alike to the last bit, WebGL in software within 1.7e-6 of both.
 */
const MAX_DISTANCE = 1e-4;
const PEOPLE = [VISITOR, ...OTHER_VISITORS, "denzel-washington"];

const root = fileURLToPath(new URL("..", import.meta.url));

let server: ReleaseServer;

test.beforeAll(async () => {
  server = await serveHarness();
});
test.afterAll(() => server.close());

test("Node, WASM and WebGL describe five faces alike", async ({ page }) => {
  // Software WebGL compiles every shader on the processor.
  test.setTimeout(480_000);
  const inNode = describeInNode();
  const onWasm = await describeInBrowser(page, "wasm");
  const onWebGl = await describeInBrowser(page, "webgl");

  for (const [i, id] of PEOPLE.entries()) {
    expect(distance(inNode[i]!, onWasm[i]!), `${id}: Node and WASM`).toBeLessThan(MAX_DISTANCE);
    expect(distance(onWasm[i]!, onWebGl[i]!), `${id}: WASM and WebGL`).toBeLessThan(MAX_DISTANCE);
    expect(distance(inNode[i]!, onWebGl[i]!), `${id}: Node and WebGL`).toBeLessThan(MAX_DISTANCE);
  }
});

/** The command that everybody else uses: one JSON line per file. */
function describeInNode(): number[][] {
  const files = PEOPLE.map((id) => `public/gallery/portraits/${id}.webp`);
  const lines = execFileSync(process.execPath, ["scripts/run.mjs", "commands/faces.ts", ...files], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root },
    encoding: "utf8",
  });
  return lines
    .trim()
    .split("\n")
    .map(
      (line) => (JSON.parse(line) as { faces: { descriptor: number[] }[] }).faces[0]!.descriptor,
    );
}

async function describeInBrowser(page: Page, backend: Backend): Promise<number[][]> {
  await page.goto(server.url);
  await page.waitForFunction(() => "describePhotos" in window);
  const photos = PEOPLE.map((id) => dataUrl(portrait(id)));
  const described = await page.evaluate(([on, urls]) => window.describePhotos(on, urls), [
    backend,
    photos,
  ] as const);
  expect(described.info.backend).toBe(backend);
  return described.descriptors.map((descriptor) => [...descriptor]);
}
