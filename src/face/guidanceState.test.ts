import fc from "fast-check";
import { expect, it } from "vitest";

import type { Look } from "./guidance.ts";
import { lookAt, seenFace } from "./guidanceFixtures.ts";
import {
  afterLook,
  HOLD_MS,
  isShotDue,
  NO_GUIDANCE,
  SETTLE_MS,
  type Guidance,
} from "./guidanceState.ts";

const nobody = lookAt([]);
const ready = lookAt([seenFace()]);
const turned = lookAt([seenFace({ quality: { yaw: 40 } })]);

it("says nothing until advice has stayed the same for long enough", () => {
  expect(states(every(200, [nobody, nobody, nobody])).at(-1)?.shown).toBeUndefined();
  expect(states(every(200, [nobody, nobody, nobody, nobody])).at(-1)?.shown).toBe("noFace");
});

it("keeps what it shows while looks disagree", () => {
  const flicker = [nobody, nobody, nobody, nobody, turned, nobody, turned, nobody, turned];
  expect(states(every(200, flicker)).at(-1)?.shown).toBe("noFace");
});

it("is due a second after the face settled as ready, not before", () => {
  const due = states(every(200, repeat(ready, 12))).map(isShotDue);
  // Settles at 600 ms, the look number 3; holds from there to 1600 ms, number 8.
  expect(due.indexOf(true)).toBe(8);
});

it("begins the second again when the face moves", () => {
  const moved = lookAt([seenFace({ eyes: { x: 256, y: 180 } })]);
  const looks = [...repeat(ready, 6), ...repeat(moved, 7)];
  const due = states(every(200, looks)).map(isShotDue);
  expect(due.indexOf(true)).toBe(6 + 5);
});

it("bears a face that trembles", () => {
  const looks = repeat(ready, 10).map((_, i) =>
    lookAt([seenFace({ eyes: { x: 240 + (i % 2) * 8, y: 180 } })]),
  );
  expect(states(every(200, looks)).some(isShotDue)).toBe(true);
});

it("does not take a page that stood still for a face that did", () => {
  const before = every(200, repeat(ready, 5));
  const late: Timed[] = [{ look: ready, at: 60_000 }];
  expect(states([...before, ...late]).some(isShotDue)).toBe(false);
});

it("is never due unless every look of the last second was ready", () => {
  const timed = fc.array(
    fc.record({ look: fc.constantFrom(ready, ready, ready, turned, nobody), after: fc.nat(500) }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(timed, (steps) => {
      let at = 0;
      const looks = steps.map(({ look, after }): Timed => ({ look, at: (at += after) }));
      for (const [i, state] of states(looks).entries()) {
        if (!isShotDue(state)) continue;
        const since = looks[i]!.at - HOLD_MS;
        const recent = looks.slice(0, i + 1).filter((timedLook) => timedLook.at >= since);
        expect(recent.every(({ look }) => look === ready)).toBe(true);
        expect(looks[i]!.at).toBeGreaterThanOrEqual(SETTLE_MS + HOLD_MS);
      }
    }),
    { seed: 20261128 },
  );
});

interface Timed {
  readonly look: Look;
  readonly at: number;
}

function states(looks: readonly Timed[]): readonly Guidance[] {
  let state = NO_GUIDANCE;
  return looks.map(({ look, at }) => (state = afterLook(state, look, at)));
}

function every(ms: number, looks: readonly Look[]): readonly Timed[] {
  return looks.map((look, i) => ({ look, at: i * ms }));
}

function repeat(look: Look, count: number): readonly Look[] {
  return new Array<Look>(count).fill(look);
}
