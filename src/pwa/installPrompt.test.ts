// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";

import { watchInstallability, type InstallOffer } from "./installPrompt.ts";

afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

it("holds the browser's question until the person wants it", () => {
  const offers = watch();
  const { event, prompt } = installable();
  expect(event.defaultPrevented).toBe(true);
  expect(prompt).not.toHaveBeenCalled();

  const [offer] = offers;
  if (offer?.kind === "prompt") offer.accept();
  expect(prompt).toHaveBeenCalledOnce();
  expect(offers.at(-1)).toBeUndefined();
});

it("does not offer again what was declined", () => {
  const offers = watch();
  installable();
  offers[0]?.decline();
  expect(offers).toHaveLength(2);
  expect(offers[1]).toBeUndefined();

  installable();
  expect(offers).toHaveLength(2);
});

it("has nothing to offer once the app is installed", () => {
  const offers = watch();
  installable();
  window.dispatchEvent(new Event("appinstalled"));
  expect(offers.at(-1)).toBeUndefined();
});

it.each([
  { standalone: false, kinds: ["shareMenu"] },
  { standalone: true, kinds: [] },
  { standalone: undefined, kinds: [] },
])("offers the share menu where standalone is $standalone: $kinds", ({ standalone, kinds }) => {
  vi.stubGlobal("navigator", { standalone });
  const offers = watch();
  expect(offers.map((offer) => offer?.kind)).toEqual(kinds);
});

function watch(): readonly (InstallOffer | undefined)[] {
  const offers: (InstallOffer | undefined)[] = [];
  watchInstallability((offer) => offers.push(offer));
  return offers;
}

function installable() {
  const prompt = vi.fn(() => Promise.resolve());
  const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt });
  window.dispatchEvent(event);
  return { event, prompt };
}
