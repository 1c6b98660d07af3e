import { expect, it } from "vitest";

import { INITIAL_PWA_STATE, reducePwa } from "./pwaState.ts";

const READY = reducePwa(INITIAL_PWA_STATE, { type: "readyOffline", bytes: 100 });

it("counts up to ready, and down to nothing when all is deleted", () => {
  const keeping = reducePwa(INITIAL_PWA_STATE, {
    type: "keepingFiles",
    keptBytes: 40,
    totalBytes: 100,
  });
  expect(keeping.offline).toEqual({ phase: "keeping", keptBytes: 40, totalBytes: 100 });
  expect(READY.offline).toEqual({ phase: "ready", bytes: 100 });
  expect(reducePwa(READY, { type: "offlineFilesDeleted" }).offline).toEqual({ phase: "none" });
});

it("stays ready while the next release gets its own files", () => {
  expect(reducePwa(READY, { type: "keepingFiles", keptBytes: 1, totalBytes: 90 })).toBe(READY);
});

it("shows the start of what was offered on a metered connection", () => {
  const keep = () => undefined;
  const offered = reducePwa(INITIAL_PWA_STATE, { type: "keepingOffered", keep, bytes: 9 });
  expect(offered.offline).toEqual({ phase: "offered", keep, bytes: 9 });
  const event = { type: "keepingFiles", keptBytes: 0, totalBytes: 9 } as const;
  expect(reducePwa(offered, event).offline.phase).toBe("keeping");
});
