import { expect, it, vi } from "vitest";

import { openCamera, otherCamera, type CameraWish } from "./openCamera.ts";

const FRONT: CameraWish = { facing: "front" };

it.each([
  ["NotAllowedError", "cameraDenied"],
  ["SecurityError", "cameraDenied"],
  ["NotFoundError", "cameraMissing"],
  ["OverconstrainedError", "cameraMissing"],
  ["NotReadableError", "cameraBusy"],
  ["AbortError", "cameraBusy"],
])("says of %s: %s", async (name, kind) => {
  const devices = refusing(new DOMException("no", name));
  expect(await openCamera(devices, FRONT, vi.fn())).toEqual({ ok: false, error: { kind } });
});

it("knows WebKit's word for no camera, which is not a DOMException", async () => {
  const error = Object.assign(new Error("Invalid constraint"), { name: "OverconstrainedError" });
  expect(await openCamera(refusing(error), FRONT, vi.fn())).toEqual({
    ok: false,
    error: { kind: "cameraMissing" },
  });
});

it("says when the page cannot ask at all", async () => {
  expect(await openCamera(undefined, FRONT, vi.fn())).toEqual({
    ok: false,
    error: { kind: "cameraUnsupported" },
  });
});

it("throws on what only a bug of ours explains", async () => {
  const bug = new TypeError("constraints are empty");
  await expect(openCamera(refusing(bug), FRONT, vi.fn())).rejects.toBe(bug);
});

it("tells the side it got and stops every track", async () => {
  const { devices, stop } = giving({ facingMode: "environment" }, 2);
  const camera = await opened(devices, FRONT);
  expect(camera).toMatchObject({ facing: "back", canSwitch: true });
  camera.stop();
  expect(stop).toHaveBeenCalledOnce();
});

it("takes a webcam for a front camera and offers no switch", async () => {
  const { devices } = giving({}, 1);
  const camera = await opened(devices, { facing: "back" });
  expect(camera).toMatchObject({ facing: "front", canSwitch: false });
});

it("reports a camera that goes away", async () => {
  const { devices, track } = giving({}, 1);
  const onLost = vi.fn();
  await openCamera(devices, FRONT, onLost);
  track.dispatchEvent(new Event("ended"));
  expect(onLost).toHaveBeenCalledOnce();
});

it("asks for a side, or for one device, never as a condition", async () => {
  const { devices, asked } = giving({}, 2);
  await opened(devices, { facing: "back" });
  await opened(devices, { facing: "front", deviceId: "id-1" });
  expect(asked.mock.calls.map(([{ video }]) => video)).toMatchObject([
    { facingMode: "environment" },
    { deviceId: "id-1" },
  ]);
});

it("lists the cameras, and opens though the list is withheld", async () => {
  const { devices } = giving({ deviceId: "id-1" }, 2);
  expect(await opened(devices, FRONT)).toMatchObject({
    deviceId: "id-1",
    devices: [
      { id: "id-0", label: "Camera 0" },
      { id: "id-1", label: "Camera 1" },
    ],
  });
  devices.enumerateDevices = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  const camera = await opened(devices, FRONT);
  expect(camera.canSwitch).toBe(false);
  expect(camera.devices).toBeUndefined();
});

it("switches between the sides of a phone, and from webcam to webcam", async () => {
  const phone = await opened(giving({ facingMode: "user", deviceId: "id-0" }, 4).devices, FRONT);
  expect(otherCamera(phone)).toEqual({ facing: "back" });
  const desk = await opened(giving({ deviceId: "id-1" }, 2).devices, FRONT);
  expect(otherCamera(desk)).toEqual({ facing: "front", deviceId: "id-0" });
});

function refusing(error: Error): MediaDevices {
  return { getUserMedia: () => Promise.reject(error) } as unknown as MediaDevices;
}

function giving(settings: MediaTrackSettings, cameraCount: number) {
  const stop = vi.fn();
  const track = Object.assign(new EventTarget(), { stop, getSettings: () => settings });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  const asked = vi.fn<(constraints: MediaStreamConstraints) => Promise<typeof stream>>(() =>
    Promise.resolve(stream),
  );
  const list = Array.from({ length: cameraCount }, (_, i) => ({
    kind: "videoinput",
    deviceId: `id-${i}`,
    label: `Camera ${i}`,
  }));
  const devices = {
    getUserMedia: asked,
    enumerateDevices: () => Promise.resolve([...list, { kind: "audioinput" }]),
  };
  return { devices: devices as unknown as MediaDevices, stop, track, asked };
}

async function opened(devices: MediaDevices, wanted: CameraWish) {
  const result = await openCamera(devices, wanted, vi.fn());
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}
