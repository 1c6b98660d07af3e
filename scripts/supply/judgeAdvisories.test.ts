import { expect, it } from "vitest";

import { judgeAdvisories, readAuditReport } from "./judgeAdvisories.ts";

/** Shortened from what npm 10 prints. */
const REPORT = {
  auditReportVersion: 2,
  vulnerabilities: {
    image: {
      via: [cause("image", "GHSA-1111-aaaa-bbbb")],
      nodes: ["node_modules/image"],
    },
    viewer: { via: ["image"], nodes: ["node_modules/viewer"] },
    tester: { via: [cause("tester", "GHSA-2222-aaaa-bbbb")], nodes: ["node_modules/tester"] },
  },
};
const isToolOnly = (node: string) => node === "node_modules/tester";

it("tells what ships from what only tests need, each advisory once", () => {
  expect(readAuditReport(REPORT, isToolOnly)).toMatchObject([
    { id: "GHSA-1111-aaaa-bbbb", packageName: "image", ships: true },
    { id: "GHSA-2222-aaaa-bbbb", packageName: "tester", ships: false },
  ]);
});

it.each([
  undefined,
  { message: "405 Method Not Allowed", statusCode: 405, error: { summary: "", detail: "" } },
  { error: { code: "ENOTFOUND", summary: "request failed", detail: "" } },
])("knows that there is no report in %o", (answer) => {
  expect(readAuditReport(answer, isToolOnly)).toBeUndefined();
});

it.each([
  "",
  {},
  [],
  { error: "a word" },
  { auditReportVersion: 1, advisories: {} },
  { ...REPORT, auditReportVersion: 3 },
  { ...REPORT, vulnerabilities: { image: { via: [{ name: "image" }], nodes: [] } } },
])("stops at %o, which may hide advisories", (answer) => {
  expect(() => readAuditReport(answer, isToolOnly)).toThrow("another report");
});

it("stops at what ships until somebody has judged it, and again when that has run out", () => {
  const advisories = readAuditReport(REPORT, isToolOnly)!;
  const note = { advisory: "GHSA-1111-aaaa-bbbb", reason: "Not called.", until: "2027-03-31" };
  const ids = (day: string, notes = [note]) =>
    judgeAdvisories(advisories, notes, day).open.map(({ id }) => id);
  expect(ids("2027-03-31")).toEqual([]);
  expect(ids("2027-04-01")).toEqual(["GHSA-1111-aaaa-bbbb"]);
  expect(ids("2027-03-31", [])).toEqual(["GHSA-1111-aaaa-bbbb"]);
});

it("names notes that have outlived their advisory", () => {
  const note = { advisory: "GHSA-9999-aaaa-bbbb", reason: "Not called.", until: "2027-03-31" };
  expect(judgeAdvisories([], [note], "2027-01-01").stale).toEqual([note]);
});

function cause(name: string, id: string) {
  const url = `https://github.com/advisories/${id}`;
  return { source: 1, name, title: "It breaks", url, severity: "high", range: "<2" };
}
