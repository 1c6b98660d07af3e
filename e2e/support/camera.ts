// The camera screen, in the words of the page.
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** Opens the camera from the home screen and waits for its picture. */
export async function openCamera(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take a photo", exact: true }).click();
  await expect(page.getByRole("button", { name: "Take the photo" })).toBeEnabled();
}

/** Remembers every camera that the page opens from now on. */
export async function watchCameras(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    const streams: MediaStream[] = [];
    Object.assign(window, { openedStreams: streams });
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      streams.push(stream);
      return stream;
    };
  });
}

/** At least one camera was opened, and the light of each is off. */
export async function expectNothingFilms(page: Page): Promise<void> {
  const states = () =>
    page.evaluate(() => {
      const { openedStreams } = window as unknown as { openedStreams: readonly MediaStream[] };
      return [...new Set(openedStreams.flatMap((s) => s.getTracks()).map((t) => t.readyState))];
    });
  await expect.poll(states).toEqual(["ended"]);
}
