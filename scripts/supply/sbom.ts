// `npm run sbom`: writes `dist/sbom.cdx.json`, what the build is made of, for machines.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { LICENCES_FILE, type LicencesJson } from "../../src/app/licences.ts";
import { MODEL_FILES } from "../../src/engine/modelManifest.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";
import { completeSbom, type Sbom } from "./completeSbom.ts";

const dist = join(PROJECT_ROOT, "dist");
const { status, stdout } = spawnSync(
  "npm",
  ["sbom", "--sbom-format=cyclonedx", "--omit=dev", "--package-lock-only"],
  {
    cwd: PROJECT_ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  },
);
if (status !== 0) throw new Error("npm sbom failed: see its message above.");
const shipped = JSON.parse(readFileSync(join(dist, LICENCES_FILE), "utf8")) as LicencesJson;
const sbom = completeSbom(JSON.parse(stdout) as Sbom, shipped, MODEL_FILES);
writeFileSync(join(dist, "sbom.cdx.json"), `${JSON.stringify(sbom, undefined, 1)}\n`);
