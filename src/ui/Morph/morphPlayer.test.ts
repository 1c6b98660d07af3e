import { expect, it } from "vitest";

import {
  createMorphPlayer,
  LOOP_MS,
  loopShare,
  loopTime,
  type MorphPlayer,
} from "./morphPlayer.ts";

it("goes there, rests, comes back and rests", () => {
  expect(loopShare(0)).toBe(0);
  expect(loopShare(1100)).toBeCloseTo(0.5, 9);
  expect(loopShare(2200)).toBe(1);
  expect(loopShare(2900)).toBe(1);
  expect(loopShare(4000)).toBeCloseTo(0.5, 9);
  expect(loopShare(5100)).toBeCloseTo(0, 9);
  expect(loopShare(LOOP_MS)).toBe(0);
  expect(loopShare(LOOP_MS + 1100)).toBeCloseTo(0.5, 9);
});

it.each([0, 0.1, 0.5, 0.93, 1])("finds the time at which the loop stands at %d", (share) => {
  expect(loopShare(loopTime(share))).toBeCloseTo(share, 9);
});

it("draws once for all that is shown within a frame, and then rests", () => {
  const { player, frames, drawn } = playerWithFrames();
  player.show(0.2);
  player.show(0.3);
  expect(frames.run(0)).toBe(1);
  expect(drawn).toEqual([0.3]);
  expect(frames.run(16)).toBe(0);
});

it("plays on from where it stands", () => {
  const { player, frames, drawn } = playerWithFrames();
  player.show(0.5);
  player.play();
  frames.run(5000);
  expect(drawn.at(-1)).toBeCloseTo(0.5, 9);
  frames.run(5000 + 1100);
  expect(drawn.at(-1)).toBeCloseTo(1, 9);
});

it("asks for no more frames once it is paused", () => {
  const { player, frames, drawn } = playerWithFrames();
  player.play();
  frames.run(0);
  player.pause();
  frames.run(16);
  const count = drawn.length;
  expect(frames.run(32)).toBe(0);
  expect(drawn).toHaveLength(count);
});

it("rests while nobody sees it, and does not jump afterwards", () => {
  const { player, frames, drawn } = playerWithFrames();
  player.play();
  frames.run(0);
  frames.run(300);
  const before = drawn.at(-1)!;
  player.setVisible(false);
  frames.run(316);
  expect(frames.run(332)).toBe(0);
  player.setVisible(true);
  frames.run(60_000);
  expect(drawn.at(-1)! - before).toBeLessThan(0.05);
});

it("takes back the frame it asked for when it is closed", () => {
  const { player, frames, drawn } = playerWithFrames();
  player.play();
  player.close();
  expect(frames.run(0)).toBe(0);
  expect(drawn).toEqual([]);
});

function playerWithFrames(): {
  readonly player: MorphPlayer;
  readonly drawn: number[];
  /** Runs what was asked for; returns how many that were. */
  readonly frames: { readonly run: (nowMs: number) => number };
} {
  const waiting = new Map<number, (nowMs: number) => void>();
  const drawn: number[] = [];
  let id = 0;
  const player = createMorphPlayer(
    {
      draw: (share) => drawn.push(share),
      requestFrame: (callback) => {
        waiting.set(++id, callback);
        return id;
      },
      cancelFrame: (cancelled) => waiting.delete(cancelled),
    },
    0.5,
  );
  const run = (nowMs: number) => {
    const callbacks = [...waiting.values()];
    waiting.clear();
    for (const callback of callbacks) callback(nowMs);
    return callbacks.length;
  };
  return { player, drawn, frames: { run } };
}
