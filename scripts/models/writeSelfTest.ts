/** Renews `src/engine/worker/selfTestDescriptor.json`: what the WASM backend says of the self-test's chip. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { recognise } from "../../src/engine/worker/describeChips.ts";
import { drawTestChip } from "../../src/engine/worker/selfTest.ts";
import { openNodeEngine } from "../engine/openNodeEngine.ts";
import { PROJECT_ROOT } from "../projectRoot.ts";

const engine = await openNodeEngine();
const [descriptor] = await recognise(engine.networks, [drawTestChip()]);
engine.dispose();
const values = Array.from(descriptor!, (value) => Number(value.toPrecision(7)));
const path = join(PROJECT_ROOT, "src/engine/worker/selfTestDescriptor.json");
await writeFile(path, `${JSON.stringify(values)}\n`);
