// Renders the app's icons from their one drawing: `node scripts/run.mjs build/icons.ts`.
// The PNGs are committed; run it again when public/icons/icon.svg changes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { Sharp } from "sharp";

const FOLDER = join(process.cwd(), "public", "icons");
const INK = "#0d1020";

const drawing = await readFile(join(FOLDER, "icon.svg"));

// The drawing stays inside the inner circle of 80 % that every mask leaves:
// https://www.w3.org/TR/appmanifest/#icon-masks
await renderSquare(512, "icon-maskable-512.png");
await renderSquare(180, "apple-touch-icon.png");
await renderRounded(512, "icon-512.png");
await renderRounded(192, "icon-192.png");
await renderMonochrome(512, "icon-monochrome-512.png");

async function renderSquare(sidePx: number, name: string): Promise<void> {
  await square(sidePx)
    .flatten({ background: INK })
    .png({ palette: true })
    .toFile(join(FOLDER, name));
}

async function renderRounded(sidePx: number, name: string): Promise<void> {
  const radiusPx = sidePx * 0.22;
  const mask = `<svg width="${sidePx}" height="${sidePx}"><rect width="100%" height="100%" rx="${radiusPx}"/></svg>`;
  await square(sidePx)
    .composite([{ input: Buffer.from(mask), blend: "dest-in" }])
    .png({ palette: true })
    .toFile(join(FOLDER, name));
}

/** Systems use its alpha alone, and colour it themselves: the bright lines stay, the ground goes. */
async function renderMonochrome(sidePx: number, name: string): Promise<void> {
  const alpha = await square(sidePx).removeAlpha().greyscale().normalise().raw().toBuffer();
  const white = { width: sidePx, height: sidePx, channels: 3, background: "#fff" } as const;
  await sharp({ create: white })
    .joinChannel(alpha, { raw: { width: sidePx, height: sidePx, channels: 1 } })
    .png({ palette: true })
    .toFile(join(FOLDER, name));
}

function square(sidePx: number): Sharp {
  return sharp(drawing, { density: 288 }).resize(sidePx, sidePx);
}
