// `npm run check`: everything that can be checked without a browser, up to the first failure.
import { fileURLToPath } from "node:url";

import { runChecks } from "./checks.mjs";
import { ensureInstalled } from "./ensureInstalled.mjs";
import { endWithNpm } from "./runProgram.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
endWithNpm();
ensureInstalled(root);
const failed = await runChecks(root, { keepGoing: false });
process.exitCode = failed.length === 0 ? 0 : 1;
