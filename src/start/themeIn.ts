import type { Theme } from "../app/settings.ts";

/**
 * The theme alone, for the script that runs before everything that could decode
 * whole settings.
 *
 * @param settings as they are kept, or whatever stands in their place
 */
export function themeIn(settings: string | undefined): Theme {
  const [, theme] = /"theme":"(light|dark)"/.exec(settings ?? "") ?? [];
  return theme === "light" || theme === "dark" ? theme : "system";
}
