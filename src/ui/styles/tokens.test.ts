import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const CSS = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** Where each theme stands: the system's, and the chosen one. */
const SYSTEM_LIGHT = ':root:not([data-theme="dark"])';
const CHOSEN_LIGHT = ':root[data-theme="light"]';

describe("the light theme", () => {
  it("is the same whether the system or the person chose it", () => {
    expect(colours(0, SYSTEM_LIGHT)).toEqual(colours(0, CHOSEN_LIGHT));
    expect(Object.keys(colours(0, CHOSEN_LIGHT)).length).toBeGreaterThan(10);
  });

  it("is the same in high contrast too", () => {
    expect(colours(1, SYSTEM_LIGHT)).toEqual(colours(1, CHOSEN_LIGHT));
  });
});

const DARK = colours(0, ":root");
const LIGHT = { ...DARK, ...colours(0, CHOSEN_LIGHT) };
const HIGH_DARK = { ...DARK, ...colours(0, ':root,\n  :root[data-theme="dark"]') };
const HIGH_LIGHT = { ...LIGHT, ...colours(1, CHOSEN_LIGHT) };

// WCAG 2.2, 1.4.3 and 1.4.11; the high-contrast themes as 1.4.6.
describe.each([
  ["dark", DARK, 4.5, 3],
  ["light", LIGHT, 4.5, 3],
  ["dark, high contrast", HIGH_DARK, 7, 4.5],
  ["light, high contrast", HIGH_LIGHT, 7, 4.5],
])("%s", (_, theme, text, control) => {
  it.each(["text", "text-muted", "accent-text", "second", "good"])(
    "has a legible --color-%s on both grounds",
    (name) => {
      for (const ground of ["ground", "surface"])
        expect(contrast(theme[name]!, theme[ground]!)).toBeGreaterThanOrEqual(text);
    },
  );

  it("shows where a control is", () => {
    for (const ground of ["ground", "surface"])
      expect(contrast(theme["control"]!, theme[ground]!)).toBeGreaterThanOrEqual(control);
  });

  it("has legible words on its accents", () => {
    for (const [on, under] of [
      ["on-accent", "accent"],
      ["on-accent", "accent-strong"],
      ["ground", "text"],
    ] as const)
      expect(contrast(theme[on]!, theme[under]!)).toBeGreaterThanOrEqual(4.5);
  });
});

it("measures black on white as 21", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
});

/** The hexadecimal colours of the nth block with a selector, by name. */
function colours(nth: number, selector: string): Record<string, string> {
  const blocks = CSS.split(new RegExp(`(?:^|\\n) *${escaped(selector)} \\{`)).slice(1);
  const block = blocks[nth]?.split("}")[0];
  if (block === undefined) throw new Error(`tokens.css has no block ${nth} of ${selector}`);
  const found = block.matchAll(/--color-([\w-]+): (#[\da-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, colour]) => [name!, colour!]));
}

function escaped(selector: string): string {
  return selector.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => linear(parseInt(colour.slice(start, start + 2), 16)));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
