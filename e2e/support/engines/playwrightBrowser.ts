import * as playwright from "@playwright/test";
import type { BrowserContextOptions, LaunchOptions } from "@playwright/test";

import type { EngineName } from "../../../scripts/engines.mjs";
import type { EngineBrowser } from "./engineBrowser.ts";

/** Without a camera's permission Firefox would ask, and nobody would answer. */
const FAKE_CAMERA = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
};

/** The test runner adds its configuration's to what is not said: those are a Chromium's. */
const NOT_CHROMIUM = {
  launch: { args: [] } satisfies LaunchOptions,
  page: { serviceWorkers: "allow", userAgent: undefined } as unknown as BrowserContextOptions,
};

export async function openPlaywrightBrowser(
  name: EngineName,
  options: LaunchOptions,
): Promise<EngineBrowser> {
  const browser = await playwright[name].launch({
    executablePath: playwright[name].executablePath(),
    ...NOT_CHROMIUM.launch,
    ...options,
    ...(name === "firefox" && { firefoxUserPrefs: FAKE_CAMERA }),
  });
  const page = await browser.newPage(NOT_CHROMIUM.page);
  return {
    open: async (url) => {
      await page.goto(url);
    },
    run: (inPage, argument) =>
      page.evaluate(inPage as (argument: unknown) => never, argument as unknown),
    press: (button) => page.getByRole("button", { name: button, exact: true }).click(),
    chooseFile: (path) => page.locator('input[type="file"]').setInputFiles(path),
    close: () => browser.close(),
  };
}
