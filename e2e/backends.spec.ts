// Down the ladder of backends: one that computes wrongly, is slower, or is not there, is left for the next.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

import type { Backend, EngineInfo } from "../src/engine/faceEngine.ts";
import { en } from "../src/i18n/en.ts";
import { beforeFaceWorker } from "./support/faceWorkerScript.ts";
import { VISITOR } from "./support/gallery.ts";
import { choosePhoto, engineReady, expectFirstMatch, openHome, SLOW_MS } from "./support/page.ts";
import { portrait } from "./support/photos.ts";

/** Software WebGL under the name of a card: by its own name it would not be tried. */
const GRAPHICS_CARD = `
  const UNMASKED_RENDERER = 0x9246;
  const { getParameter } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.getParameter = function (name) {
    return name === UNMASKED_RENDERER ? "A card of its own" : getParameter.call(this, name);
  };
`;

/** A driver that is one per cent off in what these shaders put out. */
const wrongIn = (shaders: string, output: string) => `
  const { shaderSource } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.shaderSource = function (shader, source) {
    const isWrong = ${shaders}.test(source);
    const given = isWrong ? source.replace(${output}, "outputColor = 1.01 * ") : source;
    shaderSource.call(this, shader, given);
  };
`;
/** Sums of four numbers at once. Products of matrices stay packed, whatever tfjs is told. */
const PACKS_WRONGLY = wrongIn("/binaryOperation/", "/outputColor = (?=val;)/");
const COMPUTES_WRONGLY = wrongIn("/outputColor/", "/outputColor = (?=val;|vec4.val, 0, 0, 0.)/");
const COUNT_SHADERS = `
  const { compileShader } = WebGL2RenderingContext.prototype;
  self.shaderCount = 0;
  WebGL2RenderingContext.prototype.compileShader = function (shader) {
    self.shaderCount++;
    compileShader.call(this, shader);
  };
`;
const NO_WASM = `delete self.WebAssembly;`;

test.beforeEach(() => {
  // Software WebGL compiles every shader on the processor, twice where the first was wrong.
  test.setTimeout(3 * SLOW_MS);
});

test("does without packing where only that goes wrong", async ({ page }) => {
  await beforeFaceWorker(page, GRAPHICS_CARD + PACKS_WRONGLY);
  await expectAnswerOn(page, "webgl", "wrongWhenPacked");
});

test("leaves a WebGL that computes wrongly for WASM", async ({ page }) => {
  await beforeFaceWorker(page, GRAPHICS_CARD + COMPUTES_WRONGLY);
  await expectAnswerOn(page, "wasm", "wrongWebGl");
});

test("answers in plain JavaScript where there is neither", async ({ page }) => {
  await beforeFaceWorker(page, NO_WASM);
  await expectAnswerOn(page, "cpu", "noWasm");
});

test("measures whether a card is quicker than WASM, and remembers it for this build", async ({
  page,
}) => {
  await beforeFaceWorker(page, GRAPHICS_CARD + COUNT_SHADERS);
  // In software it is the slower one, whatever it calls itself.
  await expectAnswerOn(page, "wasm", "preferred");
  expect(await shaderCount(page)).toBeGreaterThan(0);
  expect(await backendsThere(page)).toEqual(["wasm"]);

  await expectAnswerOn(page, "wasm", "preferred");
  expect(await shaderCount(page)).toBe(0);

  await page.evaluate(() => {
    localStorage.setItem("starlike.quicker", "00000000 wasm");
  });
  await openHome(page, "");
  await engineReady(page, "wasm");
  expect(await shaderCount(page)).toBeGreaterThan(0);
});

/** Those that hold memory. */
function backendsThere(page: Page): Promise<string[]> {
  return faceWorker(page).evaluate(() =>
    Object.keys((self as unknown as { _tfengine: { registry: object } })._tfengine.registry),
  );
}

function faceWorker(page: Page) {
  return page.workers().find((each) => each.url().includes("faceWorker"))!;
}

function shaderCount(page: Page): Promise<number> {
  return faceWorker(page).evaluate(() => (self as unknown as { shaderCount: number }).shaderCount);
}

async function expectAnswerOn(
  page: Page,
  backend: Backend,
  reason: EngineInfo["reason"],
): Promise<void> {
  await openHome(page, "");
  await engineReady(page, backend);
  await expect(page.getByTestId("engine")).toContainText(en.footer.reason[reason]);
  await choosePhoto(page, portrait(VISITOR));
  await expectFirstMatch(page, VISITOR, SLOW_MS);
}
