// Draws the picture that links to the page are shown with: `node scripts/run.mjs build/social.ts`.
// It is the icon's drawing beside the question in both languages, in the app's own fonts, which
// is why a browser draws it. The PNG is committed; run it again when public/icons/icon.svg changes.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import sharp from "sharp";

import { en } from "../../src/i18n/en.ts";
import { ru } from "../../src/i18n/ru.ts";
import { findBrowser } from "../browser.mjs";
import { PROJECT_ROOT } from "../projectRoot.ts";

/** The size that https://ogp.me readers crop least. */
const SIZE = { width: 1200, height: 630 };
const FONTS = join(PROJECT_ROOT, "node_modules/@fontsource/source-serif-4/files");

const svg = await drawCard();
const png = await photograph(svg);
await writeFile(
  join(PROJECT_ROOT, "public", "social.png"),
  await sharp(png).png({ palette: true, colours: 64, effort: 10 }).toBuffer(),
);

async function drawCard(): Promise<string> {
  const icon = await readFile(join(PROJECT_ROOT, "public/icons/icon.svg"), "utf8");
  const drawing = icon.replace("<svg ", '<svg x="20" y="65" width="500" height="500" ');
  const [question, russian] = [en.home.title, ru.home.title];
  const [first, second] = halves(question);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
    <rect width="100%" height="100%" fill="#0d1020" />
    ${drawing}
    <g font-family="Card" fill="#f5efe4">
      <text x="544" y="200" font-size="38" fill="#f3b84c">Starlike</text>
      <text x="540" y="292" font-size="80">${first}</text>
      <text x="540" y="382" font-size="80">${second}</text>
      <text x="544" y="466" font-size="34" fill="#aeabbd">${russian}</text>
    </g>
  </svg>`;
}

/** A sentence on two lines, broken at the space nearest to its middle. */
function halves(sentence: string): [first: string, second: string] {
  const middle = sentence.length / 2;
  const before = sentence.lastIndexOf(" ", middle);
  const after = sentence.indexOf(" ", middle);
  const at = middle - before < after - middle ? before : after;
  return [sentence.slice(0, at), sentence.slice(at + 1)];
}

async function photograph(drawing: string): Promise<Buffer> {
  const faces = await Promise.all(["latin", "cyrillic"].map(fontFace));
  const browser = await chromium.launch({ executablePath: await findBrowser(PROJECT_ROOT) });
  try {
    const page = await browser.newPage({ viewport: SIZE });
    await page.setContent(`<style>${faces.join("")} body { margin: 0 }</style>${drawing}`);
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot();
  } finally {
    await browser.close();
  }
}

/** One name for both alphabets: each file says which letters it has. */
async function fontFace(alphabet: string): Promise<string> {
  const file = await readFile(join(FONTS, `source-serif-4-${alphabet}-400-normal.woff2`));
  const range = alphabet === "cyrillic" ? "U+0400-04FF" : "U+0000-00FF";
  const source = `url(data:font/woff2;base64,${file.toString("base64")})`;
  return `@font-face { font-family: Card; src: ${source}; unicode-range: ${range} }`;
}
