import { expect, it } from "vitest";

import { DEFAULT_SETTINGS, encodeSettings } from "../app/settings.ts";
import { themeIn } from "./themeIn.ts";

it.each(["system", "light", "dark"] as const)("finds %s in kept settings", (theme) => {
  expect(themeIn(encodeSettings({ ...DEFAULT_SETTINGS, theme }))).toBe(theme);
});

it.each([undefined, "", "{", '{"theme":"purple"}', '{"theme":3}', "null"])(
  "follows the system where there is nothing to be found: %s",
  (settings) => {
    expect(themeIn(settings)).toBe("system");
  },
);
