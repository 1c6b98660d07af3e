import { expect, it } from "vitest";

import { formatPercentile } from "./formatPercentile.ts";

it.each([
  [0, "0%"],
  [0.29, "29%"],
  [0.949, "94%"],
  [0.9999, "99%"],
  [1, "99%"],
])("shows the percentile %f as %s, never rounded up", (share, text) => {
  expect(formatPercentile(share, "en")).toBe(text);
});

it("writes percentages as Russian does", () => {
  expect(formatPercentile(0.94, "ru")).toBe("94\u00a0%");
});
