// `npm run check`, last step: what the build weighs, against what it may weigh.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** KiB, gzip. Raise one only with a reason in the commit that raises it. */
const BUDGET_KIB = { page: 132, worker: 190 };

/** Names of tfjs environment flags: strings, so they survive minification. */
const TFJS_MARKS = ["WASM_HAS_SIMD_SUPPORT", "WEBGL_VERSION", "DEPRECATION_WARNINGS_ENABLED"];

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const html = readFileSync(join(dist, "index.html"), "utf8");
const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(
  ([, path]) => path,
);
const workers = readdirSync(join(dist, "assets"))
  .filter((name) => /^faceWorker-.*\.js$/.test(name))
  .map((name) => `assets/${name}`);

const failures = [
  ...overBudget("page (first JS and CSS)", first, BUDGET_KIB.page),
  ...overBudget("worker", workers, BUDGET_KIB.worker),
  ...first.filter(holdsTfjs).map((path) => `${path} contains tfjs; only the worker may.`),
  ...workers
    .filter((path) => !holdsTfjs(path))
    .map((path) => `No known mark of tfjs in ${path}: the test for tfjs in the page is blind.`),
];
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;

function overBudget(name, paths, budgetKib) {
  if (paths.length === 0) return [`${name}: no such file in the build.`];
  const kib = paths.reduce((sum, path) => sum + gzipSync(read(path)).length, 0) / 1024;
  const verdict = `${name}: ${kib.toFixed(1)} KiB gzip of ${budgetKib} KiB`;
  console.log(verdict);
  return kib > budgetKib ? [`Over budget: ${verdict}`] : [];
}

function holdsTfjs(path) {
  const code = read(path).toString("utf8");
  return TFJS_MARKS.some((mark) => code.includes(mark));
}

function read(path) {
  return readFileSync(join(dist, path));
}
