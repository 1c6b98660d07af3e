import { writeScenes } from "./support/scenes.ts";

// Playwright's configuration asks for a default export.
export default writeScenes;
