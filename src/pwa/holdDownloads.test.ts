// @vitest-environment jsdom
import { expect, it, vi } from "vitest";

import { holdDownloads, untilNotHeld } from "./holdDownloads.ts";

it("lets whoever waits go on when the last photo has been read", async () => {
  await expect(untilNotHeld()).resolves.toBeUndefined();
  const first = holdDownloads();
  const second = holdDownloads();
  const goneOn = vi.fn();
  const waited = untilNotHeld().then(goneOn);

  first();
  await Promise.resolve();
  expect(goneOn).not.toHaveBeenCalled();

  second();
  await waited;
  expect(goneOn).toHaveBeenCalledOnce();
});
