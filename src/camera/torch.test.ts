import { expect, it, vi } from "vitest";

import { torchOf } from "./torch.ts";

it.each([
  ["a track without one", { getCapabilities: () => ({}) }],
  ["a browser that tells no capabilities", {}],
])("offers no light for %s", (_, track) => {
  expect(torchOf(track as unknown as MediaStreamTrack)).toBeUndefined();
});

it("switches the light on and off", async () => {
  const applyConstraints = vi.fn(() => Promise.resolve());
  const torch = torchOf(trackWith(applyConstraints))!;
  expect(await torch.set(true)).toBe(true);
  expect(await torch.set(false)).toBe(false);
  expect(applyConstraints.mock.calls).toEqual([
    [{ advanced: [{ torch: true }] }],
    [{ advanced: [{ torch: false }] }],
  ]);
});

it("says that it stayed dark when the phone refuses", async () => {
  const refuse = () => Promise.reject(new DOMException("too hot", "OverconstrainedError"));
  expect(await torchOf(trackWith(refuse))!.set(true)).toBe(false);
});

function trackWith(applyConstraints: () => Promise<void>): MediaStreamTrack {
  return {
    getCapabilities: () => ({ torch: true }),
    applyConstraints,
  } as unknown as MediaStreamTrack;
}
