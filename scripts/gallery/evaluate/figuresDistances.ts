/** Figures of the descriptors: how far apart, and how much alike their 128 values are. */
import * as Plot from "@observablehq/plot";
import sharp from "sharp";

import { COLOURS, drawn, grouped, percent, PLOT_WIDTH_PX, type Figure } from "./figuresDrawing.ts";
import type { DistanceHistograms } from "./figuresPage.ts";
import type { GalleryMetrics } from "./galleryMetrics.ts";

/** Left and right together, as above and below, so that the matrix is a square. */
const MATRIX_MARGIN_PX = 52;
/** No correlation, red green blue. */
const NEUTRAL = [245, 243, 238] as const;

export function distancesFigure(
  { verification }: GalleryMetrics,
  distances: DistanceHistograms | undefined,
): Figure {
  const title = "One person or two";
  if (!distances)
    return { id: "distances", title, caption: "Needs the distances between all photos." };
  const genuine = asSteps(distances.genuine, distances.binWidth);
  const impostor = asSteps(distances.impostor, distances.binWidth);
  const { eer, acceptedAt1e3, genuinePairs, impostorPairs, sampled } = verification;
  return {
    id: "distances",
    title,
    legend: [
      { colour: COLOURS.first, label: "two photos of one person" },
      { colour: COLOURS.second, label: "of two people" },
    ],
    svg: drawn(title, {
      height: 260,
      marginLeft: 48,
      marginBottom: 40,
      x: { label: "Euclidean distance of two descriptors", labelAnchor: "center", nice: true },
      y: { percent: true, label: "Pairs of that kind (%)", grid: true },
      marks: [
        ...[
          { steps: impostor, colour: COLOURS.second },
          { steps: genuine, colour: COLOURS.first },
        ].flatMap(({ steps, colour }) => [
          Plot.areaY(steps, {
            x: "x",
            y: "share",
            curve: "step-after",
            fill: colour,
            fillOpacity: 0.25,
          }),
          Plot.lineY(steps, {
            x: "x",
            y: "share",
            curve: "step-after",
            stroke: colour,
            strokeWidth: 1.5,
          }),
        ]),
        Plot.ruleY([0], { stroke: COLOURS.muted }),
      ],
    }),
    caption: `Distances of ${sampled ? "a random sample of the" : "all"} pairs of photos: ${grouped(genuinePairs)} of one person, ${grouped(impostorPairs)} of two; each curve is scaled to its own number of pairs. Where both kinds are mistaken equally often, ${percent(eer, 2)} of them are; at the distance that takes one in 1,000 pairs of two people for one, ${percent(acceptedAt1e3)} of the pairs of one person are accepted.`,
  };
}

interface Step {
  /** Lower edge of the bin. */
  readonly x: number;
  readonly share: number;
}

/** From the first bin that holds pairs to one behind the last, so that the curve comes back to 0. */
function asSteps(counts: readonly number[], binWidth: number): readonly Step[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return [...counts, 0].flatMap((count, i) =>
    i >= first - 1 && i <= last + 1
      ? [{ x: Number((i * binWidth).toFixed(6)), share: count / total }]
      : [],
  );
}

/** @param correlations Pearson's r of each two values, shape [n, n]; absent: the figure is left out */
export async function correlationsFigure(
  { descriptors }: GalleryMetrics,
  correlations: readonly (readonly number[])[] | undefined,
): Promise<Figure> {
  const title = "Correlation of the 128 values";
  if (!correlations)
    return { id: "correlations", title, caption: "Needs the descriptors themselves." };
  const size = correlations.length;
  const picture = await correlationPicture(correlations);
  const { meanAbsCorrelation, maxAbsCorrelation, componentsFor95 } = descriptors;
  return {
    id: "correlations",
    title,
    legend: [
      { colour: rgb(-1), label: "\u22121" },
      { colour: rgb(0), label: "0" },
      { colour: rgb(1), label: "+1" },
    ],
    svg: drawn(title, {
      height: PLOT_WIDTH_PX,
      marginTop: MATRIX_MARGIN_PX - 40,
      marginRight: MATRIX_MARGIN_PX - 44,
      marginBottom: 40,
      marginLeft: 44,
      x: { domain: [0, size], label: "Index of the value", labelAnchor: "center", ticks: 5 },
      y: { domain: [size, 0], label: null, ticks: 5 },
      marks: [
        Plot.image([0], {
          x: size / 2,
          y: size / 2,
          width: PLOT_WIDTH_PX - MATRIX_MARGIN_PX,
          height: PLOT_WIDTH_PX - MATRIX_MARGIN_PX,
          preserveAspectRatio: "none",
          imageRendering: "pixelated",
          src: () => picture,
        }),
      ],
    }),
    caption: `Pearson's correlation between each two of the descriptor's values over all photos used. Mean without the diagonal, signs ignored: ${meanAbsCorrelation.toFixed(3)}; largest: ${maxAbsCorrelation.toFixed(3)}. ${componentsFor95} principal components hold 95 % of the variance, so that few of the ${size} values are to spare.`,
  };
}

/** One pixel a pair of values: as rectangles the matrix would weigh more than all other figures together. */
async function correlationPicture(correlations: readonly (readonly number[])[]): Promise<string> {
  const size = correlations.length;
  const pixels = Uint8Array.from(correlations.flat().flatMap(colourOf));
  const png = await sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  return `data:image/png;base64,${png.toString("base64")}`;
}

/** From blue over near-white to red; its middle is light in dark colours too. */
function colourOf(correlation: number): readonly [number, number, number] {
  const end = correlation < 0 ? [59, 91, 219] : [200, 60, 30];
  const strength = Math.min(1, Math.abs(correlation));
  const mixed = (channel: 0 | 1 | 2) =>
    Math.round(NEUTRAL[channel] + (end[channel]! - NEUTRAL[channel]) * strength);
  return [mixed(0), mixed(1), mixed(2)];
}

function rgb(correlation: number): string {
  return `rgb(${colourOf(correlation).join(" ")})`;
}
