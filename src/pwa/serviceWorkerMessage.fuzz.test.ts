import fc from "fast-check";
import { expect, it } from "vitest";

import { ANYTHING, damaged, FUZZ } from "../shared/testing/fuzzing.ts";
import {
  decodeOfflineState,
  decodePageMessage,
  decodeServiceWorkerMessage,
  decodeSharedPhotos,
  decodeUpdateSize,
} from "./serviceWorkerMessage.ts";

const PHOTO = new File(["pixels"], "me.jpg");

it.each([
  [decodeServiceWorkerMessage, { type: "KEEP_FILES" }],
  [decodePageMessage, { type: "KEEPING", keptBytes: 1, totalBytes: 2 }],
  [decodePageMessage, { type: "ARE_YOU_THERE" }],
  [decodeOfflineState, { complete: true, bytes: 18_000_000 }],
  [decodeUpdateSize, { bytes: 0 }],
  [decodeUpdateSize, { bytes: undefined }],
  [decodeSharedPhotos, { files: [PHOTO] }],
])("%o understands %o, and of anything else all or nothing", (decode, message) => {
  expect(decode(message)).toEqual(message);
  // What a later release may add is left out.
  expect(decode({ ...message, colour: "mauve" })).toEqual(message);
  fc.assert(
    fc.property(fc.oneof(ANYTHING, damaged(message)), (data) => {
      const understood = decode(data);
      // Understood a second time it is the same: nothing of it was half there.
      if (understood !== undefined) expect(decode(understood)).toEqual(understood);
    }),
    FUZZ,
  );
});

it.each([
  [decodeServiceWorkerMessage, { type: "FORMAT_DISK" }],
  [decodeServiceWorkerMessage, null],
  [decodePageMessage, { type: "KEEPING", keptBytes: 3, totalBytes: 2 }],
  [decodePageMessage, { type: "KEEPING", keptBytes: NaN, totalBytes: 2 }],
  [decodeOfflineState, { complete: "yes", bytes: 1 }],
  [decodeOfflineState, { complete: true, bytes: -1 }],
  [decodeUpdateSize, { bytes: "0" }],
  [decodeSharedPhotos, { files: [PHOTO, "me.jpg"] }],
  [decodeSharedPhotos, Object.create({ files: [PHOTO] })],
])("%o does not understand %o", (decode, message) => {
  expect(decode(message)).toBeUndefined();
});
