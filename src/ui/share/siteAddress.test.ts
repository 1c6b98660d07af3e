import { expect, it } from "vitest";

import { siteAddress } from "./siteAddress.ts";

it.each([
  ["starlike.example", "/", "starlike.example"],
  ["www.example.org", "/starlike/", "example.org/starlike"],
  ["example.org", "/starlike/index.html", "example.org/starlike"],
  ["localhost:4173", "/", "localhost:4173"],
])("writes %s%s as %s", (host, pathname, address) => {
  expect(siteAddress({ host, pathname })).toBe(address);
});
