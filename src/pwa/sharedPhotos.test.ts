import { expect, it } from "vitest";

import { createSharedPhotos } from "./sharedPhotos.ts";

const SCOPE = "https://host.test/starlike/";

it("hands a shared photo over once, and sends the browser to the page", async () => {
  const box = createSharedPhotos(SCOPE);
  const body = new FormData();
  body.append("photos", new File(["pixels"], "me.jpg", { type: "image/jpeg" }));
  body.append("photos", "not a file");
  body.append("title", "Me");
  const response = await box.receive(new Request(`${SCOPE}share`, { method: "POST", body }));

  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`${SCOPE}?shared`);
  const [photo, ...others] = box.take();
  expect(photo).toMatchObject({ name: "me.jpg", type: "image/jpeg", size: 6 });
  expect(others).toEqual([]);
  expect(box.take()).toEqual([]);
});

it("opens the page without a photo where there was no form", async () => {
  const box = createSharedPhotos(SCOPE);
  const request = new Request(`${SCOPE}share`, { method: "POST", body: "no form" });
  expect((await box.receive(request)).status).toBe(303);
  expect(box.take()).toEqual([]);
});
