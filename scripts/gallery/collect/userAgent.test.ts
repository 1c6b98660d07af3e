import { expect, it } from "vitest";

import { userAgent } from "./userAgent.ts";

it("names program, contact and library", () => {
  expect(userAgent(" me@example.org ")).toMatch(/^\w+\/[\d.]+ \(me@example\.org\) node\/[\d.]+$/);
  expect(userAgent("https://example.org/me")).toContain("(https://example.org/me)");
});

it.each(["", "me", "me@", "a@b", "me@example.org)\r\nX: y", "иван@пример.рф", "ftp://x.org"])(
  "refuses %j as a contact",
  (contact) => {
    expect(() => userAgent(contact)).toThrow("e-mail or web address");
  },
);
