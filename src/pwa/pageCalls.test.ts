import { expect, it } from "vitest";

import { anyPageAnswers } from "./pageCalls.ts";

const SILENT = { postMessage: () => undefined };
const ALIVE = {
  postMessage: (_: unknown, ports: readonly MessagePort[]) => {
    ports[0]!.postMessage({});
  },
} as unknown as Pick<WindowClient, "postMessage">;

it("hears one living page among silent ones", async () => {
  await expect(anyPageAnswers([SILENT, ALIVE], 5_000)).resolves.toBe(true);
});

it("gives silent pages up", async () => {
  await expect(anyPageAnswers([SILENT, SILENT], 5)).resolves.toBe(false);
});

it("rescues nobody where no page is open", async () => {
  await expect(anyPageAnswers([], 5)).resolves.toBe(true);
});
