import type { PhotoName } from "../browser/madeFiles.ts";
import type { BenchResults } from "../results.ts";
import { median } from "../statistics.ts";
import { number } from "./markdown.ts";
import {
  fastestPeer,
  firstVisits,
  OUR_CHOICE,
  ratioTo,
  secondVisits,
  warmOn,
  type Measure,
} from "./samples.ts";

/** What the app is asked to keep, and what it does. */
export interface Bound {
  readonly what: string;
  readonly most: number;
  /** What `most` and `measured` are counted in. */
  readonly unit: "times" | "MB" | "ms";
  readonly measured: number;
  /** The one that we are compared with. */
  readonly against?: string;
}

/** Those of which something was measured. */
export function boundsOf(results: BenchResults): readonly Bound[] {
  return [
    ...warmBounds(results, "portrait", 0.4),
    ...warmBounds(results, "selfie", 0.7),
    ...webGlBounds(results, "portrait", 0.4),
    ...webGlBounds(results, "selfie", 0.4),
    ...against(results, "first visit", 0.6, firstVisits(results)),
    ...against(results, "second visit, without the server", 0.6, secondVisits(results)),
    ...bytesBound(results),
    ...recogniserBounds(results),
    ...rankingBounds(results),
  ];
}

export function isMet({ most, measured }: Bound): boolean {
  return measured <= most;
}

/** Our own choice of backend against everybody's best. */
function warmBounds(results: BenchResults, photo: PhotoName, most: number): readonly Bound[] {
  const title = results.photos[photo]?.title ?? photo;
  return against(results, `warm, ${title}`, most, warmOn(results, photo));
}

function against(
  results: BenchResults,
  what: string,
  most: number,
  measure: Measure,
): readonly Bound[] {
  return comparison(what, most, measure, OUR_CHOICE, fastestPeer(results, measure));
}

function webGlBounds(results: BenchResults, photo: PhotoName, most: number): readonly Bound[] {
  const measure = warmOn(results, photo);
  const fastest = fastestPeer(results, measure, ({ backend }) => backend !== "WASM");
  const title = results.photos[photo]?.title ?? photo;
  return comparison(`everybody on WebGL, ${title}`, most, measure, "ours-webgl", fastest);
}

function comparison(
  what: string,
  most: number,
  measure: Measure,
  ours: string,
  peer: { readonly id: string } | undefined,
): readonly Bound[] {
  if (peer === undefined) return [];
  const measured = ratioTo(measure, ours, peer.id);
  return measured === undefined ? [] : [{ what, most, unit: "times", measured, against: peer.id }];
}

function bytesBound({ visits = [] }: BenchResults): readonly Bound[] {
  const own = visits.filter(({ contender }) => contender === OUR_CHOICE);
  if (own.length === 0) return [];
  const measured = median(own.map(({ bytes }) => bytes)) / 1e6;
  return [{ what: "sent until the first answer", most: 8, unit: "MB", measured }];
}

function recogniserBounds({ recogniser = [] }: BenchResults): readonly Bound[] {
  return recogniser.flatMap(({ backend, kernels, stockKernels, firstRatio, warmRatio }) => {
    const bound = (what: string, most: number, measured: number): Bound => ({
      ...{ what: `recogniser on ${backend}, ${what}`, most, measured, unit: "times" },
      against: "face-api's own forward",
    });
    return [
      bound("kernels launched", 0.4, kernels / stockKernels),
      bound("first run", 0.4, firstRatio),
      bound("warm", 0.85, warmRatio),
    ];
  });
}

/** Source of the bounds: chosen; the people are more than any gallery has. */
const RANKING_MS: Readonly<Record<number, number>> = { 211: 0.2, 10_000: 5, 100_000: 50 };

function rankingBounds({ ranking = [] }: BenchResults): readonly Bound[] {
  return ranking.flatMap(({ people, leastMs }) => {
    const most = RANKING_MS[people];
    if (most === undefined) return [];
    const what = `ranking ${number(people)} people, at best`;
    return [{ what, most, unit: "ms" as const, measured: leastMs }];
  });
}
