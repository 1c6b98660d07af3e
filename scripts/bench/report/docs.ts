import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";

import { PROJECT_ROOT } from "../../projectRoot.ts";
import { assert } from "../../../src/shared/assert.ts";

const PATH = join(PROJECT_ROOT, "docs", "performance.md");
/** What lies between the two is the last run's. */
const BEGIN = "<!-- bench: begin -->";
const END = "<!-- bench: end -->";

/** @throws where the page has no place for it */
export async function writeIntoDocs(report: string): Promise<void> {
  const page = await readFile(PATH, "utf8");
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  assert(begin >= 0 && end > begin, `docs/performance.md has ${BEGIN} and ${END}`);
  const whole = `${page.slice(0, begin + BEGIN.length)}\n\n${report}\n\n${page.slice(end)}`;
  await writeFile(
    PATH,
    await format(whole, { ...(await resolveConfig(PATH)), parser: "markdown" }),
  );
}
