import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import type { Plugin, ResolvedConfig, Rolldown } from "vite";

import { LANGUAGES, type Language } from "../../src/i18n/language.ts";
import { ROOT, templateId } from "../../src/start/firstScreen.ts";
import { bundleScript } from "../bundleScript.mjs";
import { afterBuild } from "./afterBuild.ts";
import { HASHED_FOLDER } from "./hosting/headers.ts";
import { refusePackages } from "./licences/shippedFiles.ts";
import { replaceOnce } from "./replaceOnce.ts";

interface Prerendering {
  readonly prerender: (language: Language) => string;
}

const EARLY = fileURLToPath(new URL("../../src/start/early.ts", import.meta.url));
const PRERENDER = fileURLToPath(new URL("../../src/start/prerender.tsx", import.meta.url));

/**
 * After the app is built: draws its first screen in every language and writes it
 * into the start page, together with the script that shows the right one. The screen
 * is then there before the app itself is.
 */
export function firstScreen(): Plugin {
  return afterBuild("first-screen", async (dist, { root, build: { target } }) => {
    const screens = await drawScreens(root);
    const script = await bundleEarlyScript(target);
    const path = `${HASHED_FOLDER}/early-${hashOf(script)}.js`;
    await writeFile(join(dist, path), script);
    const startPage = join(dist, "index.html");
    const html = await readFile(startPage, "utf8");
    await writeFile(startPage, withFirstScreen(html, screens, path));
  });
}

/**
 * Adds the screens as templates, which show nothing by themselves, and the script
 * below them, so that it finds them read.
 *
 * @param script relative to the page
 * @throws Error when the page has no root, or loads none of the app's code
 */
export function withFirstScreen(
  html: string,
  screens: ReadonlyMap<Language, string>,
  script: string,
): string {
  const root = `<div id="${ROOT}"></div>`;
  const templates = [...screens].map(
    ([language, screen]) => `<template id="${templateId(language)}">${screen}</template>`,
  );
  const parts = [root, ...templates, `<script src="./${script}"></script>`];
  return replaceOnce(withPatientCode(html), root, parts.join("\n    "));
}

/** The app's own code comes after what the drawn screen needs: the style sheet, its script and its fonts. */
function withPatientCode(html: string): string {
  const patient = html.replace(
    /<(script type="module"|link rel="modulepreload")/g,
    '<$1 fetchpriority="low"',
  );
  if (patient === html) throw new Error("index.html should load the app's code.");
  return patient;
}

async function drawScreens(root: string): Promise<ReadonlyMap<Language, string>> {
  const bundle = await bundleScript(root, PRERENDER);
  try {
    const { prerender } = (await import(pathToFileURL(bundle).href)) as Prerendering;
    return new Map(LANGUAGES.map((language) => [language, prerender(language)]));
  } finally {
    await rm(dirname(bundle), { recursive: true, force: true });
  }
}

/** A classic script: modules run only when the page has been read to its end. */
async function bundleEarlyScript(target: ResolvedConfig["build"]["target"]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [refusePackages()],
    build: {
      write: false,
      target,
      rolldownOptions: { input: EARLY, output: { format: "iife", comments: false } },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  return output[0].code;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
