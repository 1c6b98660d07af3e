// `npm test`: from a fresh checkout to every check and every test. The last line
// is `N passed, N failed, N skipped` over unit and end-to-end tests together.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { findBrowser } from "./browser.mjs";
import { REPORTS, runChecks, runStep } from "./checks.mjs";
import { installEngines } from "./engines.mjs";
import { ensureInstalled } from "./ensureInstalled.mjs";
import { endWithNpm } from "./runProgram.mjs";
import { addCounts, readPlaywrightCounts, readVitestCounts } from "./testCounts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
endWithNpm();
ensureInstalled(root);
for (const report of Object.values(REPORTS)) rmSync(join(root, report), { force: true });
const browser = await findBrowserOrSayWhy();
// Mostly waiting for the network and the disk, which the checks hardly need.
const installing = installEngines(root).catch(({ message }) => ({
  said: `The other engines: ${message}`,
  failed: ["installing the other engines"],
}));

const failedSteps = await runChecks(root, { keepGoing: true });
const { said, failed: failedEngines } = await installing;
if (said) console.log(`\n${said}`);
failedSteps.push(...failedEngines);
if (failedSteps.includes("build")) {
  console.log("\nThe end-to-end tests need the build, which failed.");
} else if (browser === undefined || !(await runEndToEnd(browser))) {
  failedSteps.push("end-to-end");
}

const counts = addCounts(
  readVitestCounts(join(root, REPORTS.unit)),
  readPlaywrightCounts(join(root, REPORTS.e2e)),
);
const ranSomething = counts.passed + counts.failed > 0;
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(", ")}`);
if (!ranSomething) console.log("\nNo test ran.");
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = failedSteps.length === 0 && counts.failed === 0 && ranSomething ? 0 : 1;

/** Without one the other checks still run, and the run as a whole fails. */
async function findBrowserOrSayWhy() {
  try {
    const found = await findBrowser(root);
    console.log(`Browser: ${found}`);
    return found;
  } catch (error) {
    console.error(error.message);
    return undefined;
  }
}

function runEndToEnd(browser) {
  const env = {
    ...process.env,
    CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, REPORTS.e2e),
  };
  return runStep(root, {
    name: "end-to-end",
    npm: ["e2e", "--", "--reporter=list,json"],
    env,
  });
}
