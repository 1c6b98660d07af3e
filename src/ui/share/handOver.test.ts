// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";

import { canShareFile, copyImage, saveFile, shareFile } from "./handOver.ts";

const FILE = new File(["x"], "starlike.jpg", { type: "image/jpeg" });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("sharing", () => {
  it("is offered only where the browser takes files", () => {
    const share = () => Promise.resolve();
    expect(canShareFile(FILE, {})).toBe(false);
    expect(canShareFile(FILE, { share })).toBe(false);
    expect(canShareFile(FILE, { share, canShare: () => false })).toBe(false);
    expect(canShareFile(FILE, { share, canShare: (data) => data?.files?.[0] === FILE })).toBe(true);
  });

  it.each([
    ["goes through", undefined, { ok: true, value: "sent" }],
    ["is no failure when cancelled", "AbortError", { ok: true, value: "cancelled" }],
    ["says when it failed", "NotAllowedError", { ok: false, error: { kind: "shareFailed" } }],
  ])("%s", async (_, name, outcome) => {
    const share = () =>
      name === undefined ? Promise.resolve() : Promise.reject(new DOMException("", name));
    expect(await shareFile(FILE, { share, canShare: () => true })).toEqual(outcome);
  });
});

describe("copying", () => {
  it.each([
    [() => Promise.resolve(), { ok: true, value: "copied" }],
    [
      () => Promise.reject(new DOMException("", "NotAllowedError")),
      { ok: false, error: { kind: "copyFailed" } },
    ],
  ])("says how it went", async (write, outcome) => {
    vi.stubGlobal("ClipboardItem", vi.fn());
    expect(await copyImage(Promise.resolve(FILE), { write })).toEqual(outcome);
  });
});

it("saves under the file's name and lets go of the address later", () => {
  vi.useFakeTimers();
  const revoke = vi.fn();
  Object.assign(URL, { createObjectURL: () => "blob:card", revokeObjectURL: revoke });
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(`${this.href} ${this.download}`);
  });
  saveFile(FILE);
  expect(clicked).toEqual(["blob:card starlike.jpg"]);
  expect(revoke).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledWith("blob:card");
});
