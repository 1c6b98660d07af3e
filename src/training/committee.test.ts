import { describe, expect, it, vi } from "vitest";

import { seededRandom } from "../shared/random.ts";
import { committeeProbabilities } from "./committee.ts";

describe("committeeProbabilities", () => {
  it("gives a distribution over the people for each photo, by each member", () => {
    const members = found({ seed: 1 });
    expect(members).toHaveLength(3);
    for (const member of members) {
      expect(member).toHaveLength(30 * 3);
      for (let s = 0; s < 30; s++) {
        const row = [...member.subarray(3 * s, 3 * s + 3)];
        expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        expect(row.indexOf(Math.max(...row))).toBe(s % 3);
      }
    }
  });

  it("has members that differ, and differ by seed, and repeats itself", () => {
    const [first, second] = found({ seed: 1 });
    expect(first).not.toEqual(second);
    expect(found({ seed: 9 })).not.toEqual(found({ seed: 1 }));
    expect(found({ seed: 1 })).toEqual(found({ seed: 1 }));
  });

  it("tells how far it is", () => {
    const onMember = vi.fn();
    found({ seed: 1, members: 2, onMember });
    expect(onMember.mock.calls).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it("says which fold a person was missing from", () => {
    const alone = { descriptors: [[0], [1], [2]], labels: [0, 0, 1], groups: [0, 1, 2] };
    const result = committeeProbabilities({ ...alone, classCount: 2 }, { seed: 1 });
    expect(result).toMatchObject({ ok: false, error: { cause: { kind: "emptyClass", label: 1 } } });
  });
});

function found(options: Parameters<typeof committeeProbabilities>[1]) {
  const random = seededRandom(7);
  const labels = Array.from({ length: 30 }, (_, i) => i % 3);
  const descriptors = labels.map((label) => [
    label + 0.3 * random(),
    label * label + 0.3 * random(),
  ]);
  const input = { descriptors, labels, groups: labels.map((_, i) => i), classCount: 3 };
  const result = committeeProbabilities(input, { c: 100, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
