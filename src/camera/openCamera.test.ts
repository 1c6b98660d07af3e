import { expect, it, vi } from "vitest";

import { openCamera } from "./openCamera.ts";

it.each([
  ["NotAllowedError", "cameraDenied"],
  ["SecurityError", "cameraDenied"],
  ["NotFoundError", "cameraMissing"],
  ["OverconstrainedError", "cameraMissing"],
  ["NotReadableError", "cameraBusy"],
  ["AbortError", "cameraBusy"],
])("says of %s: %s", async (name, kind) => {
  const devices = refusing(new DOMException("no", name));
  expect(await openCamera(devices, "front", vi.fn())).toEqual({ ok: false, error: { kind } });
});

it("says when the page cannot ask at all", async () => {
  expect(await openCamera(undefined, "front", vi.fn())).toEqual({
    ok: false,
    error: { kind: "cameraUnsupported" },
  });
});

it("throws on what only a bug of ours explains", async () => {
  const bug = new TypeError("constraints are empty");
  await expect(openCamera(refusing(bug), "front", vi.fn())).rejects.toBe(bug);
});

it("tells the side it got and stops every track", async () => {
  const { devices, stop } = giving("environment", 2);
  const opened = await openCamera(devices, "front", vi.fn());
  if (!opened.ok) throw new Error(opened.error.kind);
  expect(opened.value).toMatchObject({ facing: "back", canSwitch: true });
  opened.value.stop();
  expect(stop).toHaveBeenCalledOnce();
});

it("takes a webcam for a front camera and offers no switch", async () => {
  const { devices } = giving(undefined, 1);
  const opened = await openCamera(devices, "back", vi.fn());
  expect(opened).toMatchObject({ value: { facing: "front", canSwitch: false } });
});

it("reports a camera that goes away", async () => {
  const { devices, track } = giving(undefined, 1);
  const onLost = vi.fn();
  await openCamera(devices, "front", onLost);
  track.dispatchEvent(new Event("ended"));
  expect(onLost).toHaveBeenCalledOnce();
});

function refusing(error: Error): MediaDevices {
  return { getUserMedia: () => Promise.reject(error) } as unknown as MediaDevices;
}

function giving(facingMode: string | undefined, cameraCount: number) {
  const stop = vi.fn();
  const track = Object.assign(new EventTarget(), { stop, getSettings: () => ({ facingMode }) });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  const devices = {
    getUserMedia: () => Promise.resolve(stream),
    enumerateDevices: () =>
      Promise.resolve(new Array(cameraCount).fill({ kind: "videoinput" }) as MediaDeviceInfo[]),
  };
  return { devices: devices as unknown as MediaDevices, stop, track };
}
