import { describe, expect, it } from "vitest";

import type { BenchResults, Competitor } from "../results.ts";
import { fastestPeer, ratioTo, warmOn } from "./samples.ts";

const RESULTS = resultsOf({
  ours: [100, 1],
  quick: [50, 0],
  steady: [200, 1],
  slow: [900, 1],
});

describe("fastestPeer", () => {
  it("is none that missed the face, and not ourselves", () => {
    expect(fastestPeer(RESULTS, warmOn(RESULTS, "selfie"))?.id).toBe("steady");
  });

  it("is chosen among some where only those are asked for", () => {
    const isSlow = ({ id }: Competitor) => id === "slow";
    expect(fastestPeer(RESULTS, warmOn(RESULTS, "selfie"), isSlow)?.id).toBe("slow");
  });

  it("is nobody where nothing was measured", () => {
    expect(fastestPeer(RESULTS, warmOn(RESULTS, "group"))).toBeUndefined();
  });
});

it("compares round by round", () => {
  expect(ratioTo(warmOn(RESULTS, "selfie"), "ours", "steady")).toBe(0.5);
  expect(ratioTo(warmOn(RESULTS, "selfie"), "ours", "absent")).toBeUndefined();
});

/** Times and faces found on a selfie; in the second of two rounds everything takes twice as long. */
function resultsOf(
  figures: Readonly<Record<string, readonly [ms: number, faces: number]>>,
): BenchResults {
  const ids = Object.keys(figures);
  return {
    startedAt: "",
    rounds: 2,
    photos: { selfie: { title: "selfie", faces: 1 } },
    machine: {
      ...{ processor: "", cores: 2, memoryGB: 8, system: "", node: "", browser: "" },
      ...{ webGl: "software", loadAtStart: 0 },
    },
    contenders: ids.map((id) => ({
      ...{ id, name: id, backend: "WASM" },
      kind: id === "ours" ? "app" : "peer",
    })),
    failures: [],
    warm: [0, 1].flatMap((round) =>
      ids.map((contender) => {
        const [ms, faces] = figures[contender]!;
        return { contender, photo: "selfie" as const, round, ms: ms * (round + 1), faces };
      }),
    ),
  };
}
