// Finds a Chromium for the end-to-end tests, and gets one where there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { installPackages, mayInstallPackages } from "./debianPackages.mjs";

const SYSTEM_NAMES = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];

const FIXED_PLACES = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
};

/**
 * Path of a Chromium that starts: the one of CHROMIUM_PATH, else Playwright's
 * own, else the system's, else a fresh download, else the Debian package.
 *
 * @throws Error that says what to do, when none of these gives one
 */
export async function findBrowser(root) {
  const { chromium } = await import("@playwright/test");
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, but no browser starts from there.`);
  }
  const own = chromium.executablePath();
  const there = [own, ...systemBrowsers()].find(starts);
  if (there) return there;

  console.log("No Chromium on this machine: downloading Playwright's own.");
  spawnSync(process.execPath, [playwrightCli(root), "install", "chromium"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (starts(own)) return own;

  console.log("Playwright's Chromium is not to be had: trying the system's package.");
  if (mayInstallPackages()) {
    const { succeeded, output } = await installPackages(["chromium"]);
    if (!succeeded) console.log(output);
  }
  const installed = systemBrowsers().find(starts);
  if (installed) return installed;
  throw new Error(
    "No Chromium to run the end-to-end tests with. Install Chrome or Chromium, or set CHROMIUM_PATH to one.",
  );
}

export function playwrightCli(root) {
  return join(root, "node_modules", "@playwright", "test", "cli.js");
}

function systemBrowsers() {
  return [...SYSTEM_NAMES.flatMap(onPath), ...(FIXED_PLACES[process.platform] ?? [])];
}

/** Where a program of that name may be, in the order of PATH. */
export function onPath(name) {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
}

/** A download that lacks system libraries exists, but does not start. */
export function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}
