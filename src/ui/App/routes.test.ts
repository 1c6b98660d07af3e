import { describe, expect, it } from "vitest";

import { pageOf, routeAction } from "./routes.ts";

it.each([
  ["/", { page: "match", choosesPhoto: false }],
  ["/answer", { page: "match", choosesPhoto: false }],
  ["/choose", { page: "match", choosesPhoto: true }],
  ["/nowhere", { page: "match", choosesPhoto: false }],
  ["/how", { page: "how" }],
  ["/people", { page: "people", personId: undefined }],
  ["/people/zo%C3%AB", { page: "people", personId: "zoë" }],
  ["/people/%E0%A4%A", { page: "people", personId: undefined }],
])("reads %s", (path, page) => {
  expect(pageOf(path)).toEqual(page);
});

describe("the address follows the session", () => {
  it.each([
    ["a photo", { phase: "idle", path: "/" }, { phase: "analysing", path: "/" }, "/answer", false],
    ["the camera", { phase: "idle", path: "/" }, { phase: "camera", path: "/" }, "/camera", false],
    [
      "a shot: back does not open the camera again",
      { phase: "camera", path: "/camera" },
      { phase: "analysing", path: "/camera" },
      "/answer",
      true,
    ],
    [
      "a photo dropped on another page",
      { phase: "idle", path: "/people" },
      { phase: "analysing", path: "/people" },
      "/answer",
      false,
    ],
    [
      "a second person",
      { phase: "matched", path: "/answer" },
      { phase: "pairing", path: "/answer" },
      "/two",
      false,
    ],
    [
      "starting over",
      { phase: "matched", path: "/answer" },
      { phase: "idle", path: "/answer" },
      "/",
      true,
    ],
  ] as const)("to %s", (_, before, now, to, replace) => {
    expect(routeAction(before, now)).toEqual({ kind: "navigate", to, replace });
  });

  it("not when the photo only moves on, nor away from a page that a link led to", () => {
    const analysing = { phase: "analysing", path: "/answer" } as const;
    expect(routeAction(analysing, { phase: "matched", path: "/answer" })).toEqual({ kind: "none" });
    const camera = { phase: "camera", path: "/people" } as const;
    expect(routeAction(camera, { phase: "idle", path: "/people" })).toEqual({ kind: "none" });
    const left = { phase: "matched", path: "/choose" } as const;
    expect(routeAction(left, { phase: "idle", path: "/choose" })).toEqual({ kind: "none" });
  });
});

describe("the session follows the address", () => {
  it.each([
    ["back from an answer", { phase: "matched", path: "/answer" }, "/", "startOver"],
    ["a link away from the camera", { phase: "camera", path: "/camera" }, "/how", "startOver"],
    ["a link away from an answer", { phase: "matched", path: "/answer" }, "/how", "none"],
    ["back to the answer", { phase: "matched", path: "/how" }, "/answer", "none"],
    ["forward to the camera", { phase: "idle", path: "/" }, "/camera", "openCamera"],
    [
      "back from the camera to an answer that is gone",
      { phase: "camera", path: "/camera" },
      "/answer",
      "startOver",
    ],
    ["back from the second person", { phase: "pairing", path: "/two" }, "/answer", "leavePair"],
    ["back from two people", { phase: "paired", path: "/answer" }, "/two", "startPair"],
    [
      "the shortcut to the file dialog",
      { phase: "matched", path: "/answer" },
      "/choose",
      "startOver",
    ],
    ["forward to two people", { phase: "idle", path: "/" }, "/two", "startPair"],
  ] as const)("%s", (_, before, path, kind) => {
    expect(routeAction(before, { phase: before.phase, path })).toEqual({ kind });
  });

  it.each([
    ["/camera", { kind: "openCamera" }],
    ["/people", { kind: "none" }],
    ["/choose", { kind: "none" }],
    ["/", { kind: "none" }],
    ["/answer", { kind: "navigate", to: "/", replace: true }],
    ["/nowhere", { kind: "navigate", to: "/", replace: true }],
  ])("opened at %s", (path, action) => {
    expect(routeAction(undefined, { phase: "idle", path })).toEqual(action);
  });
});
