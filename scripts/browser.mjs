// Finds a Chromium for the end-to-end tests, and gets one where there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

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
  const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
  shell(process.execPath, [cli, "install", "chromium"]);
  if (starts(own)) return own;

  console.log("Playwright's Chromium is not to be had: trying the system's package.");
  installDebianPackage();
  const installed = systemBrowsers().find(starts);
  if (installed) return installed;
  throw new Error(
    "No Chromium to run the end-to-end tests with. Install Chrome or Chromium, or set CHROMIUM_PATH to one.",
  );
}

function systemBrowsers() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(FIXED_PLACES[process.platform] ?? [])];
}

/** A download that lacks system libraries exists, but does not start. */
function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}

function installDebianPackage() {
  if (process.platform !== "linux" || spawnSync("apt-get", ["--version"]).status !== 0) return;
  // Another process may hold the lock for a while; apt's own default is to fail at once.
  const wait = ["-o", "DPkg::Lock::Timeout=600"];
  const prefix = process.getuid() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [program, ...rest] = [...prefix, "apt-get", ...wait, ...args];
    return shell(program, rest);
  };
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
}

function shell(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"], env }).status;
}
