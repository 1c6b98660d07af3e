import fc from "fast-check";
import { expect, it } from "vitest";

import { damagedBytes, FUZZ } from "../shared/testing/fuzzing.ts";
import { createSharedPhotos } from "./sharedPhotos.ts";

const SCOPE = "https://host.test/starlike/";
const FORM = new TextEncoder().encode(
  '--x\r\nContent-Disposition: form-data; name="photos"; filename="me.jpg"\r\nContent-Type: image/jpeg\r\n\r\npixels\r\n--x--\r\n',
);

it("sends the browser on to the page, whatever another app has posted", async () => {
  const type = fc.constantFrom(
    "multipart/form-data; boundary=x",
    "text/plain",
    "multipart/form-data",
  );
  await fc.assert(
    fc.asyncProperty(damagedBytes(FORM), type, async (body, contentType) => {
      const box = createSharedPhotos(SCOPE);
      const headers = { "Content-Type": contentType };
      const request = new Request(`${SCOPE}share`, { method: "POST", body, headers });
      expect((await box.receive(request)).headers.get("location")).toBe(`${SCOPE}?shared`);
      for (const photo of box.take()) expect(photo).toBeInstanceOf(File);
    }),
    FUZZ,
  );
});
