import { buildHarness } from "./support/harness.ts";
import { writeScenes } from "./support/scenes.ts";

// Playwright's configuration asks for a default export.
export default async function prepare(): Promise<void> {
  await writeScenes();
  await buildHarness();
}
