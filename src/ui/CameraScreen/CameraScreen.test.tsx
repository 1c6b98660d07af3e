// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Camera } from "../../camera/openCamera.ts";
import type { Look } from "../../face/guidance.ts";
import { lookAt, seenFace } from "../../face/guidanceFixtures.ts";
import type { Language } from "../../i18n/language.ts";
import { ok } from "../../shared/result.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { CameraScreen } from "./CameraScreen.tsx";
import type { GrabFrames } from "./useShutter.ts";

const READY = lookAt([seenFace()]);
const reported = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  const bitmap = { width: 480, height: 360, close: () => undefined };
  vi.stubGlobal("createImageBitmap", () => Promise.resolve(bitmap));
  vi.stubGlobal("reportError", reported);
});
afterEach(() => {
  cleanup();
  expect(reported).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("offers the shutter once there is a frame to take, and takes one burst", async () => {
  const { onShoot } = show({});
  const shutter = () => screen.getByRole<HTMLButtonElement>("button", { name: "Take the photo" });
  expect(shutter().disabled).toBe(true);
  expect(instruction()).toContain("Waiting for the camera");

  await play(50);
  expect(instruction()).toBe("Look into the camera, in even light.");
  fireEvent.click(shutter());
  expect(instruction()).toBe("Hold still…");
  expect(shutter().disabled).toBe(true);
  expect(onShoot).toHaveBeenCalledOnce();

  const frames = onShoot.mock.calls[0]![0]();
  await play(2000);
  expect(await frames).toHaveLength(3);
});

it.each<[Look, string]>([
  [lookAt([]), "Show your face"],
  [lookAt([seenFace({ eyeDistancePx: 20 })]), "Come closer"],
  [lookAt([seenFace(), seenFace()]), "One person at a time"],
])("says one thing to do", async (look, text) => {
  show({ look });
  await play(1500);
  expect(instruction()).toBe(text);
});

it("shoots by itself when the face has held still for a second", async () => {
  const { onShoot } = show({ look: READY });
  await play(1400);
  expect(onShoot).not.toHaveBeenCalled();
  expect(instruction()).toBe("Just right, hold still");
  await play(3000);
  expect(onShoot).toHaveBeenCalledOnce();
});

it("leaves the shot to the person where they wish so", async () => {
  const { onShoot, onAutoShot } = show({ look: READY, autoShot: false });
  await play(5000);
  expect(instruction()).toBe("Just right");
  expect(onShoot).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("switch", { name: "Automatic shot" }));
  expect(onAutoShot).toHaveBeenCalledExactlyOnceWith(true);
});

it("counts three seconds down, aloud, and shoots only then", async () => {
  const { onShoot } = show({ look: READY });
  await play(50);
  fireEvent.click(screen.getByRole("button", { name: "Photo in 3 seconds" }));
  const said = [instruction()];
  for (let second = 1; second <= 2; second++) {
    await play(1000);
    said.push(instruction());
  }
  expect(said).toEqual(["3", "2", "1"]);
  expect(onShoot).not.toHaveBeenCalled();
  await play(1000);
  expect(onShoot).toHaveBeenCalledOnce();
});

it("stops the timer", async () => {
  const { onShoot } = show({});
  await play(50);
  fireEvent.click(screen.getByRole("button", { name: "Photo in 3 seconds" }));
  await play(1000);
  fireEvent.click(screen.getByRole("button", { name: "Stop the timer" }));
  await play(5000);
  expect(onShoot).not.toHaveBeenCalled();
});

it("promises nothing automatic where nothing can guide", async () => {
  show({});
  await play(50);
  expect(screen.queryByRole("switch")).toBeNull();
});

it("switches to the other side, and among many cameras to the one picked", async () => {
  const devices = ["a", "b", "c"].map((id) => ({ id, label: id === "b" ? "" : `Lens ${id}` }));
  const { onSwitch } = show({ camera: { canSwitch: true, devices, deviceId: "a" } });
  await play(50);
  fireEvent.click(screen.getByRole("button", { name: "Switch camera" }));
  expect(onSwitch).toHaveBeenLastCalledWith({ facing: "back" });

  const picker = screen.getByRole("combobox", { name: "Camera" });
  expect([...picker.children].map(({ textContent }) => textContent)).toEqual([
    "Lens a",
    "Camera 2",
    "Lens c",
  ]);
  fireEvent.change(picker, { target: { value: "c" } });
  expect(onSwitch).toHaveBeenLastCalledWith({ facing: "front", deviceId: "c" });
});

it("switches the light, and shows what the phone made of it", async () => {
  const set = vi.fn(() => Promise.resolve(false));
  show({ camera: { torch: { set } } });
  const button = () => screen.getByRole("button", { name: "Light" });
  fireEvent.click(button());
  await play(10);
  expect(set).toHaveBeenCalledExactlyOnceWith(true);
  expect(button().getAttribute("aria-pressed")).toBe("false");
});

it("holds the screen on and lets go of the stream when it is left", async () => {
  const release = vi.fn(() => Promise.resolve());
  vi.stubGlobal("navigator", { wakeLock: { request: () => Promise.resolve({ release }) } });
  const { unmount } = show({});
  await play(50);
  const { srcObject } = video();
  expect(srcObject).not.toBeNull();
  expect(release).not.toHaveBeenCalled();
  const element = video();
  unmount();
  expect(element.srcObject).toBeNull();
  expect(release).toHaveBeenCalledOnce();
});

it("speaks Russian", async () => {
  show({ look: lookAt([]), language: "ru" });
  await play(1500);
  expect(instruction()).toBe("Покажите лицо");
  expect(screen.getByRole("switch", { name: "Автосъёмка" })).toBeTruthy();
});

interface Shown {
  readonly look?: Look;
  readonly autoShot?: boolean;
  readonly camera?: Partial<Camera>;
  readonly language?: Language;
}

function show({ look, autoShot = true, camera, language = "en" }: Shown) {
  const onShoot = vi.fn<(grabFrames: GrabFrames) => void>();
  const onSwitch = vi.fn();
  const onAutoShot = vi.fn();
  const { unmount } = renderInLanguage(
    <CameraScreen
      camera={cameraWith(camera)}
      look={look && (() => Promise.resolve(ok(look)))}
      autoShot={autoShot}
      onAutoShot={onAutoShot}
      onShoot={onShoot}
      onSwitch={onSwitch}
      onClose={vi.fn()}
    />,
    language,
  );
  return { onShoot, onSwitch, onAutoShot, unmount };
}

function cameraWith(changes: Partial<Camera> = {}): Camera {
  const track = { getSettings: () => ({ facingMode: "user" }) };
  const stream = { id: "stream", getVideoTracks: () => [track] } as unknown as MediaStream;
  return { stream, facing: "front", canSwitch: false, stop: vi.fn(), ...changes };
}

/** Lets the camera run: jsdom plays nothing, so each frame is announced by hand. */
async function play(ms: number): Promise<void> {
  const FRAME_MS = 100;
  for (let at = 0; at < ms; at += FRAME_MS)
    await act(async () => {
      fireEvent(video(), new Event("timeupdate"));
      await vi.advanceTimersByTimeAsync(Math.min(FRAME_MS, ms - at));
    });
}

function video(): HTMLVideoElement {
  return document.querySelector("video")!;
}

function instruction(): string {
  return screen.getByRole("status").textContent;
}
