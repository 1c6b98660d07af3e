import { expect, it } from "vitest";

import { doubtOf } from "./doubt.ts";

it.each([
  [{ entropy: 0.1, ratio: 0.2 }, "settled"],
  [{ entropy: 0.3, ratio: 0.5 }, "closeSecond"],
  [{ entropy: 0.5, ratio: 0.2 }, "manyClose"],
])("turns %o into %s", (uncertainty, doubt) => {
  expect(doubtOf({ leastConfidence: 0, margin: 0, ...uncertainty })).toBe(doubt);
});
