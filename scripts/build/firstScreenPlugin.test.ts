import { expect, it } from "vitest";

import { prerender } from "../../src/start/prerender.tsx";
import { withFirstScreen } from "./firstScreenPlugin.ts";

const HTML = `<script type="module" crossorigin src="./assets/index-1.js"></script>
<link rel="modulepreload" crossorigin href="./assets/page-1.js">
<div id="root"></div>`;

it("draws the first screen in either language, with everything that a person can begin with", () => {
  for (const [language, title] of [
    ["en", "Which star are you like?"],
    ["ru", "На какую звезду вы похожи?"],
  ] as const) {
    const screen = prerender(language);
    expect(screen).toContain(`${title}</h1>`);
    expect(screen).toContain('type="file"');
    expect(screen).not.toMatch(/<(script|style|img)|style=/);
  }
});

it("puts each screen into a template above the script that shows it, and lets the app's code wait", () => {
  const screens = new Map([
    ["en", "<p>one</p>"],
    ["ru", "<p>два</p>"],
  ] as const);
  expect(withFirstScreen(HTML, screens, "assets/early-1.js")).toBe(
    `<script type="module" fetchpriority="low" crossorigin src="./assets/index-1.js"></script>
<link rel="modulepreload" fetchpriority="low" crossorigin href="./assets/page-1.js">
<div id="root"></div>
    <template id="first-screen-en"><p>one</p></template>
    <template id="first-screen-ru"><p>два</p></template>
    <script src="./assets/early-1.js"></script>`,
  );
});

it.each([
  ["a root", '<script type="module" src="./assets/index-1.js"></script>', "root"],
  ["code", '<div id="root"></div>', "code"],
])("refuses a start page without %s", (_, html, missing) => {
  expect(() => withFirstScreen(html, new Map(), "assets/early-1.js")).toThrow(missing);
});
