/** What the tables are made of: the samples of one contender, and who is to be compared with whom. */
import type { PhotoName } from "../browser/madeFiles.ts";
import type { BenchResults, Competitor } from "../results.ts";
import { median, pairedRatio, type RoundValue } from "../statistics.ts";

/** The one that all ratios are of. */
export const OUR_CHOICE = "ours";

/** A thing that is measured of everybody. */
export interface Measure {
  readonly of: (contender: string) => readonly RoundValue[];
  /** Whether each answer named as many faces as there are. */
  readonly isRight: (contender: string) => boolean;
}

export function warmOn({ warm = [], photos }: BenchResults, photo: PhotoName): Measure {
  const samplesOf = (id: string) =>
    warm.filter((sample) => sample.contender === id && sample.photo === photo);
  return {
    of: (id) => samplesOf(id).map(({ round, ms }) => ({ round, value: ms })),
    isRight: (id) => samplesOf(id).every(({ faces }) => faces === photos[photo]?.faces),
  };
}

export function firstVisits({ visits = [] }: BenchResults): Measure {
  const samplesOf = (id: string) => visits.filter(({ contender }) => contender === id);
  return {
    of: (id) => samplesOf(id).map(({ round, coldMs }) => ({ round, value: coldMs })),
    isRight: (id) => samplesOf(id).every(({ faces }) => faces === 1),
  };
}

export function secondVisits({ visits = [] }: BenchResults): Measure {
  const samplesOf = (id: string) => visits.filter(({ contender }) => contender === id);
  return {
    of: (id) =>
      samplesOf(id).flatMap(({ round, secondMs }) =>
        secondMs === undefined ? [] : [{ round, value: secondMs }],
      ),
    isRight: (id) => samplesOf(id).every(({ secondFaces }) => secondFaces === 1),
  };
}

/** The peer with the lowest median among those that found every face. */
export function fastestPeer(
  { contenders }: BenchResults,
  measure: Measure,
  isEligible: (peer: Competitor) => boolean = () => true,
): Competitor | undefined {
  const measured = contenders.filter(
    (peer) =>
      peer.kind === "peer" &&
      isEligible(peer) &&
      measure.of(peer.id).length > 0 &&
      measure.isRight(peer.id),
  );
  const speed = ({ id }: Competitor) => median(measure.of(id).map(({ value }) => value));
  return measured.toSorted((a, b) => speed(a) - speed(b))[0];
}

/** Absent where one of the two was not measured. */
export function ratioTo(measure: Measure, ours: string, other: string): number | undefined {
  return pairedRatio(measure.of(ours), measure.of(other));
}
