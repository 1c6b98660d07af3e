import { expect, it } from "vitest";

import { fittedSize } from "./fittedSize.ts";

it.each([
  [
    { width: 8192, height: 4096 },
    { width: 4096, height: 2048 },
  ],
  [
    { width: 3000, height: 4096 },
    { width: 3000, height: 4096 },
  ],
  [
    { width: 1, height: 1 },
    { width: 1, height: 1 },
  ],
  [
    { width: 30_000, height: 2 },
    { width: 4096, height: 1 },
  ],
])("fits %o", (size, expected) => {
  expect(fittedSize(size, 4096)).toEqual(expected);
});
