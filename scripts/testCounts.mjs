import { existsSync, readFileSync } from "node:fs";

const NONE = { passed: 0, failed: 0, skipped: 0 };

/** Counts of a Vitest JSON report; a file that failed outside of its tests counts as one failure. */
export function readVitestCounts(file) {
  const report = readReport(file);
  if (!report) return NONE;
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts of a Playwright JSON report; an error outside of any test counts as one failure. */
export function readPlaywrightCounts(file) {
  const report = readReport(file);
  if (!report) return NONE;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

export function addCounts(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** @returns undefined when the runner never came so far as to write it */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
