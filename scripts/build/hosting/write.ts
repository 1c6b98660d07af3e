// Writes the ready-made files of `hosting/`: `node scripts/run.mjs build/hosting/write.ts`.
// They are committed; a test says when they are no longer what the definition gives.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { PROJECT_ROOT } from "../../projectRoot.ts";
import { HOST_FILES } from "./hostFiles.ts";

const folder = join(PROJECT_ROOT, "hosting");
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(HOST_FILES)) await writeFile(join(folder, name), text);
