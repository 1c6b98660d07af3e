// `npm run advisories`: fails on a published advisory against something that ships,
// unless `triage.json` says why it does not concern us.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { PROJECT_ROOT } from "../projectRoot.ts";
import { judgeAdvisories, readAuditReport, type Advisory } from "./judgeAdvisories.ts";
import triage from "./triage.json";

/** Most registries answer within two seconds; one that does not is not waited for. */
const LONGEST_MS = 30_000;

const report = runAudit();
const advisories = readAuditReport(report, isToolOnly());
if (advisories === undefined) console.log(`Advisories: not checked, ${whyNot(report)}`);
else {
  const { open, toolsOnly, triaged, stale } = judgeAdvisories(advisories, triage, today());
  for (const advisory of toolsOnly) console.log(`Does not ship: ${describe(advisory)}`);
  for (const { advisory } of stale) console.log(`No longer found, to be taken out: ${advisory}`);
  for (const advisory of open)
    console.error(`Ships, and nobody has judged it: ${describe(advisory)}`);
  console.log(
    `Advisories: ${open.length} open, ${triaged.length} judged, ${toolsOnly.length} of tools`,
  );
  process.exitCode = open.length === 0 ? 0 : 1;
}

function runAudit(): unknown {
  const { stdout } = spawnSync(
    "npm",
    [
      "audit",
      "--json",
      "--package-lock-only",
      "--fetch-retries=0",
      `--fetch-timeout=${LONGEST_MS}`,
    ],
    {
      cwd: PROJECT_ROOT,
      encoding: "utf8",
      timeout: LONGEST_MS,
      stdio: ["ignore", "pipe", "ignore"],
      shell: process.platform === "win32",
    },
  );
  try {
    return JSON.parse(stdout) as unknown;
  } catch {
    return undefined;
  }
}

function whyNot(answer: unknown): string {
  const { statusCode } = (answer ?? {}) as { readonly statusCode?: number };
  return statusCode === undefined
    ? "the registry was not reached."
    : `the registry has no list of advisories (it answered ${statusCode}).`;
}

function isToolOnly(): (node: string) => boolean {
  const lock = JSON.parse(readFileSync(join(PROJECT_ROOT, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return (node) => lock.packages[node]?.dev === true;
}

function describe({ id, packageName, severity, title }: Advisory): string {
  return `${packageName}: ${title} (${severity}, ${id})`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
