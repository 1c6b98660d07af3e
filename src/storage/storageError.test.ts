import { expect, it } from "vitest";

import { storageErrorOf } from "./storageError.ts";

it.each([
  ["QuotaExceededError", "storageFull"],
  ["SecurityError", "storageBlocked"],
  ["InvalidStateError", "storageBlocked"],
  ["UnknownError", "storageBlocked"],
  ["VersionError", "storageBlocked"],
])("reads %s as %s", (name, kind) => {
  expect(storageErrorOf(new DOMException("refused", name))).toEqual({ kind });
});

it.each([new DOMException("no clone", "DataCloneError"), new TypeError("a bug")])(
  "hands a bug of ours on: %s",
  (error) => {
    expect(() => storageErrorOf(error)).toThrow(error);
  },
);
