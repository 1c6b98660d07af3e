import { expect, it, vi } from "vitest";

import type { SsdDetector } from "./ssdDetector.ts";
import { ssdOnDemand } from "./ssdOnDemand.ts";

const view = { width: 1, height: 1, data: new Uint8ClampedArray(4) };

it("loads nothing before it is asked, and once for everybody who asks", async () => {
  const { detector, load, real } = onDemand();
  expect(load).not.toHaveBeenCalled();
  await Promise.all([detector.locate(view, 0.5, 1), detector.locate(view, 0.3, 100)]);
  expect(load).toHaveBeenCalledOnce();
  expect(real.locate.mock.calls).toEqual([
    [view, 0.5, 1],
    [view, 0.3, 100],
  ]);
});

it("asks again after a failure, which its asker hears of", async () => {
  const { detector, load } = onDemand();
  load.mockRejectedValueOnce(new Error("offline"));
  await expect(detector.locate(view, 0.5, 1)).rejects.toThrow("offline");
  expect(await detector.locate(view, 0.5, 1)).toEqual([]);
  expect(load).toHaveBeenCalledTimes(2);
});

it("is there beforehand where somebody prepares it, and leaves a failure to who needs it", async () => {
  const { detector, load } = onDemand();
  load.mockRejectedValueOnce(new Error("offline"));
  await detector.prepare();
  await detector.prepare();
  await detector.locate(view, 0.5, 1);
  expect(load).toHaveBeenCalledTimes(2);
});

it("knows whether anybody waits for what is loading", async () => {
  const { detector, load } = onDemand();
  await detector.prepare();
  const [isAwaited] = load.mock.calls[0]!;
  expect(isAwaited()).toBe(false);
  const found = detector.locate(view, 0.5, 1);
  expect(isAwaited()).toBe(true);
  await found;
  expect(isAwaited()).toBe(false);
});

it("frees what it has loaded", async () => {
  const { detector, real } = onDemand();
  detector.dispose();
  expect(real.dispose).not.toHaveBeenCalled();
  await detector.locate(view, 0.5, 1);
  detector.dispose();
  expect(real.dispose).toHaveBeenCalledOnce();
});

function onDemand() {
  const real = {
    locate: vi.fn<SsdDetector["locate"]>(() => Promise.resolve([])),
    dispose: vi.fn(),
  };
  const load = vi.fn<(isAwaited: () => boolean) => Promise<SsdDetector>>(() =>
    Promise.resolve(real),
  );
  return { detector: ssdOnDemand(load), load, real };
}
