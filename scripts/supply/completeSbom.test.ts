import { expect, it } from "vitest";

import { completeSbom } from "./completeSbom.ts";

const FROM_NPM = {
  bomFormat: "CycloneDX",
  serialNumber: "urn:uuid:1",
  metadata: { timestamp: "2026-11-28T07:50:02.355Z", component: { name: "a-folder" } },
  components: [
    { type: "library", name: "react", version: "19.3.1", scope: "required" as const },
    { type: "library", name: "typescript", version: "6.0.3", scope: "required" as const },
  ],
};
const SHIPPED = {
  parts: [
    { name: "react", version: "19.3.1", licence: "MIT", source: "https://react", text: 0 },
    { name: "libde265", licence: "LGPL-3.0", source: "https://libde265" },
  ],
  texts: ["Words"],
};

it("tells what ships, adds what npm does not know, and names neither the hour nor the folder", () => {
  const weights = [{ name: "a.bin", bytes: 3, sha256: "ab" }];
  expect(completeSbom(FROM_NPM, SHIPPED, weights)).toEqual({
    bomFormat: "CycloneDX",
    metadata: { component: { name: "starlike" } },
    components: [
      { type: "library", name: "react", version: "19.3.1", scope: "required" },
      { type: "library", name: "typescript", version: "6.0.3", scope: "excluded" },
      {
        type: "library",
        name: "libde265",
        licenses: [{ license: { id: "LGPL-3.0" } }],
        externalReferences: [{ type: "website", url: "https://libde265" }],
      },
      { type: "file", name: "models/a.bin", hashes: [{ alg: "SHA-256", content: "ab" }] },
    ],
  });
});
