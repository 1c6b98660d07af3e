import { expect, test } from "@playwright/test";

import { openCamera } from "./support/camera.ts";
import { engineReady, openHome } from "./support/page.ts";
import type { Scene } from "./support/scenes.ts";

test.use({ permissions: ["camera"] });

/** By the scene in front of the camera, which is the project's name; of the wall nobody.wall.spec.ts asks more. */
const ADVICE: Readonly<Record<string, string>> = {
  far: "Come closer",
  dark: "Find more light",
  two: "One person at a time",
  aside: "Put your face in the oval",
} satisfies Partial<Record<Scene, string>>;

test("says what to do, and does not shoot", async ({ page }, { project }) => {
  await openHome(page);
  await engineReady(page, "wasm");
  await openCamera(page);
  await expect(page.getByRole("status")).toHaveText(ADVICE[project.name]!);
  await expect(page.getByRole("button", { name: "Take the photo" })).toBeEnabled();
});
