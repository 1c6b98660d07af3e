import type { FoundEngine, EngineName } from "../../../scripts/engines.mjs";
import { openPlaywrightBrowser } from "./playwrightBrowser.ts";
import { openWebKitGtk } from "./webKitGtk.ts";

/**
 * A browser of another engine with one page, whose camera films a test picture
 * without a face. No more of it than every engine's driver can do.
 */
export interface EngineBrowser {
  readonly open: (url: string) => Promise<void>;
  /** Runs a function in the page, where it sees nothing of its surroundings here. */
  readonly run: <T, A = undefined>(
    inPage: (argument: A) => T | Promise<T>,
    argument: A,
  ) => Promise<T>;
  /** Clicks the button whose name is exactly this, as a person would. */
  readonly press: (name: string) => Promise<void>;
  /** Into the page's one file input. */
  readonly chooseFile: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function openEngine(name: EngineName, found: FoundEngine): Promise<EngineBrowser> {
  switch (found.kind) {
    case "playwright":
      return openPlaywrightBrowser(name, {});
    case "firefoxEsr":
      return openPlaywrightBrowser(name, { channel: "moz-firefox", executablePath: found.path });
    case "webKitGtk":
      return openWebKitGtk(found);
  }
}
