// The other browser engines of the end-to-end tests, beside Chromium: Firefox and WebKit.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { onPath, playwrightCli, starts } from "./browser.mjs";
import { installPackages, mayInstallPackages } from "./debianPackages.mjs";
import { run } from "./runProgram.mjs";

export const ENGINES = ["firefox", "webkit"];

const DEBIAN_PACKAGES = {
  firefox: ["firefox-esr"],
  // The browser needs a screen; a virtual one will do.
  webkit: ["webkit2gtk-driver", "xvfb"],
};

/** Of Debian 12, and of the releases after it. */
const WEBKIT_FOLDERS = ["webkit2gtk-4.1", "webkitgtk-6.0"];

/**
 * What there is of an engine: Playwright's own browser, else the system's, which
 * for WebKit is WebKitGTK behind its WebDriver; `undefined` without either.
 */
export async function findEngine(name) {
  const playwright = await import("@playwright/test");
  if (hasOwn(playwright[name])) return { kind: "playwright" };
  return name === "firefox" ? findFirefox() : findWebKitGtk();
}

/**
 * Gets the engines that are missing: a Playwright download where that works,
 * else the Debian packages. Says nothing meanwhile, so that other work can go on.
 *
 * @returns what there was to say, and which engines failed to come though this
 *   system lets us install them; elsewhere they are the person's to install
 */
export async function installEngines(root) {
  if ((await missingEngines()).length === 0) return { said: "", failed: [] };
  const outputs = [];
  const keep = ({ output }) => outputs.push(output);
  const install = [playwrightCli(root), "install", ...ENGINES];
  keep(await run(process.execPath, install, { whole: true }));
  const mayInstall = mayInstallPackages();
  if (mayInstall)
    // One after the other: a system may have one and not the other.
    for (const name of await missingEngines()) keep(await installPackages(DEBIAN_PACKAGES[name]));

  const missing = await missingEngines();
  if (missing.length === 0) return { said: "Firefox and WebKit are installed.", failed: [] };
  const failed = mayInstall ? missing : [];
  return { said: `${outputs.join("\n")}\n${adviceOn(missing)}`, failed };
}

async function missingEngines() {
  const found = await Promise.all(ENGINES.map(findEngine));
  return ENGINES.filter((_, i) => found[i] === undefined);
}

function adviceOn(missing) {
  const packages = missing.flatMap((name) => DEBIAN_PACKAGES[name]).join(" ");
  return `Without ${missing.join(" and ")} their tests are skipped. Playwright's own will do (npx playwright install ${missing.join(" ")}), or Debian's ${packages}.`;
}

/** One that lacks system libraries exists, but does not start; asking macOS would open a window. */
function hasOwn(browserType) {
  const path = ownPath(browserType);
  if (path === undefined) return false;
  return process.platform === "linux" ? starts(path) : existsSync(path);
}

/** Absent on systems that Playwright has no browser for, where it throws. */
function ownPath(browserType) {
  try {
    return browserType.executablePath();
  } catch {
    return undefined;
  }
}

function findFirefox() {
  const path = onPath("firefox-esr").find(starts);
  return path && { kind: "firefoxEsr", path };
}

function findWebKitGtk() {
  const driver = onPath("WebKitWebDriver").find(existsSync);
  const display = onPath("Xvfb").find(existsSync);
  const browser = librariesFolders()
    .flatMap((folder) => WEBKIT_FOLDERS.map((name) => join(folder, name, "MiniBrowser")))
    .find(existsSync);
  return driver && display && browser && { kind: "webKitGtk", driver, display, browser };
}

/** Debian's are named after the processor, as in /usr/lib/x86_64-linux-gnu. */
function librariesFolders() {
  if (process.platform !== "linux") return [];
  return readdirSync("/usr/lib")
    .filter((name) => name.endsWith("-linux-gnu"))
    .map((name) => join("/usr/lib", name));
}
