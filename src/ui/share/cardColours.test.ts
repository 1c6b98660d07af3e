import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { CARD_COLOURS } from "./cardColours.ts";

it("are the dark theme's tokens", () => {
  const css = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const found = Object.keys(CARD_COLOURS).map((name) => {
    const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    // The dark theme stands first.
    return [name, new RegExp(`--color-${token}: ([^;]+);`).exec(css)?.[1]];
  });
  expect(Object.fromEntries(found)).toEqual(CARD_COLOURS);
});
