// Writes src/ui/styles/fontFallbacks.css: `node scripts/run.mjs build/fontFallbacks.ts`.
// Fonts of the systems, scaled to the room that ours take, stand in for them until they
// are loaded: nothing moves then. Measured in Chromium on the first screen's own texts,
// with fonts of the same metrics for those that may not be copied (Arial, Times New Roman):
// `npm install --no-save @fontsource/{arimo,tinos,roboto,noto-serif}@5` first, and
// the Debian package fonts-dejavu-core.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";

import { firstScreen as en } from "../../src/i18n/en/firstScreen.ts";
import { firstScreen as ru } from "../../src/i18n/ru/firstScreen.ts";
import { findBrowser } from "../browser.mjs";
import { PROJECT_ROOT } from "../projectRoot.ts";

/** One of ours, and what may stand in for it on phones, desktops and Linux. */
interface Family {
  readonly ours: string;
  /** All weights in one file. */
  readonly isVariable?: true;
  readonly weight: number;
  readonly standIns: readonly StandIn[];
}

interface StandIn {
  /** Of the rule; tokens.css names it. */
  readonly name: string;
  /** As the systems call the one face: full name and PostScript name. */
  readonly local: readonly string[];
  /** The package whose font has the same metrics; absent where the font itself is installed. */
  readonly sameMetrics?: string;
}

const FAMILIES: readonly Family[] = [
  {
    ours: "inter",
    isVariable: true,
    weight: 400,
    standIns: [
      { name: "Text Arial", local: ["Arial", "ArialMT"], sameMetrics: "arimo" },
      { name: "Text Roboto", local: ["Roboto", "Roboto-Regular"], sameMetrics: "roboto" },
      { name: "Text DejaVu", local: ["DejaVu Sans", "DejaVuSans"] },
    ],
  },
  {
    ours: "source-serif-4",
    weight: 700,
    standIns: [
      {
        name: "Display Times",
        local: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT"],
        sameMetrics: "tinos",
      },
      {
        name: "Display Noto",
        local: ["Noto Serif Bold", "NotoSerif-Bold"],
        sameMetrics: "noto-serif",
      },
      { name: "Display DejaVu", local: ["DejaVu Serif Bold", "DejaVuSerif-Bold"] },
    ],
  },
];

const ALPHABETS = [
  { alphabet: "latin", range: "U+0000-02FF, U+2000-22FF", texts: textsOf(en) },
  {
    alphabet: "cyrillic",
    range: "U+0400-04FF",
    texts: textsOf(ru).replace(/[^\p{Script=Cyrillic}]/gu, ""),
  },
] as const;

/** px; widths are proportional to it. */
const SIZE_PX = 100;

interface Measures {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

const browser = await chromium.launch({ executablePath: await findBrowser(PROJECT_ROOT) });
try {
  const page = await browser.newPage();
  const rules: string[] = [];
  for (const family of FAMILIES)
    for (const standIn of family.standIns)
      for (const { alphabet, range, texts } of ALPHABETS) {
        const own = await measure(
          page,
          await fileOf(family.ours, alphabet, family.isVariable ? "wght" : String(family.weight)),
          texts,
          family.weight,
        );
        const other = await measure(
          page,
          await sourceOf(standIn, alphabet, family.weight),
          texts,
          family.weight,
        );
        rules.push(ruleFor(standIn, range, own, other));
      }
  const notice =
    "/* Written by `node scripts/run.mjs build/fontFallbacks.ts`, which says what it is. */";
  await writeFile(
    join(PROJECT_ROOT, "src/ui/styles/fontFallbacks.css"),
    `${notice}\n\n${rules.join("\n\n")}\n`,
  );
} finally {
  await browser.close();
}

/** The overrides are parts of the scaled size. */
function ruleFor({ name, local }: StandIn, range: string, own: Measures, other: Measures): string {
  const scale = own.width / other.width;
  const percent = (part: number) => `${Number((100 * part).toFixed(2))}%`;
  return `@font-face {
  font-family: "${name}";
  src: ${local.map((face) => `local("${face}")`).join(", ")};
  font-weight: 100 900;
  unicode-range: ${range};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(own.ascent / SIZE_PX / scale)};
  descent-override: ${percent(own.descent / SIZE_PX / scale)};
  line-gap-override: 0%;
}`;
}

async function measure(
  page: Page,
  source: string,
  text: string,
  weight: number,
): Promise<Measures> {
  return page.evaluate(
    async ({ source: src, text: words, weight: bold, size }) => {
      const face = new FontFace("Measured", src, { weight: "100 900" });
      document.fonts.add(await face.load());
      const context = document.createElement("canvas").getContext("2d");
      if (context === null) throw new Error("No canvas.");
      context.font = `${bold} ${size}px Measured`;
      const measured = context.measureText(words);
      document.fonts.delete(face);
      return {
        width: measured.width,
        ascent: measured.fontBoundingBoxAscent,
        descent: measured.fontBoundingBoxDescent,
      };
    },
    { source, text, weight, size: SIZE_PX },
  );
}

async function sourceOf(standIn: StandIn, alphabet: string, weight: number): Promise<string> {
  if (standIn.sameMetrics === undefined) return `local("${standIn.local[0]!}")`;
  return fileOf(standIn.sameMetrics, alphabet, String(weight));
}

async function fileOf(font: string, alphabet: string, weight: string): Promise<string> {
  const folder = weight === "wght" ? "@fontsource-variable" : "@fontsource";
  const path = `node_modules/${folder}/${font}/files/${font}-${alphabet}-${weight}-normal.woff2`;
  const file = await readFile(join(PROJECT_ROOT, path));
  return `url(data:font/woff2;base64,${file.toString("base64")})`;
}

/** All words, without what i18next fills in and what becomes elements. */
function textsOf(messages: object): string {
  const words = Object.values(messages).flatMap((value: unknown) =>
    typeof value === "string" ? [value] : [textsOf(value as object)],
  );
  return words.join(" ").replace(/{{.*?}}|<.*?>/g, "");
}
