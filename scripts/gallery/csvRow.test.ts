import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";

import { csvRow } from "./csvRow.ts";

it("quotes only what must be", () => {
  expect(csvRow(["plain", "a,b", 'say "x"', ""])).toBe('plain,"a,b","say ""x""",');
});

it("is read back as it was, line breaks and all", () => {
  const cells = ["one\ntwo", "three\rfour", '"', " , ", "é"];
  expect(parse(csvRow(cells))).toEqual([cells]);
});
