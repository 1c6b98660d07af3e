/** Figures of the shares: whether a share of 80 % is right four times in five. */
import * as Plot from "@observablehq/plot";

import { COLOURS, counted, drawn, grouped, percent, type Figure } from "./figuresDrawing.ts";
import type { GalleryMetrics } from "./galleryMetrics.ts";

const HOW =
  "Out of fold: the shares are those of a model that saw neither the photo nor a copy of it, over the temperature that the app uses.";

export function reliabilityFigure({ calibration }: GalleryMetrics): Figure {
  const { reliability, ece } = calibration;
  const largest = Math.max(...reliability.map(({ photos }) => photos));
  const title = "Reliability of the share";
  return {
    id: "reliability",
    title,
    svg: drawn(title, {
      height: 320,
      marginLeft: 48,
      marginBottom: 40,
      x: { domain: [0, 100], percent: true, label: "Largest share (%)", labelAnchor: "center" },
      y: { domain: [0, 100], percent: true, label: "Named rightly (%)", grid: true },
      // The area of a dot is its bin's part of the photos.
      r: { domain: [0, largest], range: [0, 14] },
      marks: [
        Plot.line(
          [
            [0, 0],
            [1, 1],
          ],
          { stroke: COLOURS.muted, strokeDasharray: "4 4" },
        ),
        Plot.ruleX(reliability, {
          x: "confidence",
          y1: "confidence",
          y2: "accuracy",
          stroke: COLOURS.second,
          strokeWidth: 2,
        }),
        Plot.dot(reliability, {
          x: "confidence",
          y: "accuracy",
          r: (bin: { readonly photos: number }) => Math.max(bin.photos, largest / 40),
          fill: COLOURS.first,
          fillOpacity: 0.85,
        }),
      ],
    }),
    caption: `Each dot is the photos whose largest share lies in one fifteenth of the range; its area is their number. On the dashed line a share is right exactly as often as it says; the strokes are what is missing, their weighted mean the expected calibration error, ${percent(ece, 2)}. ${HOW}`,
  };
}

export function shareHistogram({ calibration, identification }: GalleryMetrics): Figure {
  const bins = calibration.reliability;
  const title = "How large the largest share is";
  return {
    id: "shares",
    title,
    svg: drawn(title, {
      height: 240,
      marginLeft: 48,
      marginTop: 28,
      marginBottom: 40,
      x: { domain: [0, 100], percent: true, label: "Largest share (%)", labelAnchor: "center" },
      y: { percent: true, label: "Photos (%)", grid: true },
      marks: [
        Plot.rectY(bins, {
          x1: "from",
          x2: "to",
          y: (bin: { readonly photos: number }) => bin.photos / identification.photos,
          fill: COLOURS.first,
          inset: 0.5,
        }),
        Plot.text(bins, {
          x: (bin: { readonly from: number; readonly to: number }) => (bin.from + bin.to) / 2,
          y: (bin: { readonly photos: number }) => bin.photos / identification.photos,
          text: (bin: { readonly photos: number }) => grouped(bin.photos),
          dy: -7,
          fontSize: 10,
          fill: "currentColor",
        }),
        Plot.ruleY([0], { stroke: COLOURS.muted }),
      ],
    }),
    caption: `How many of ${counted(identification.photos, "photo")} of the gallery's own people fall into each fifteenth of the range; the numbers above the bars count them. Strangers get smaller shares. ${HOW}`,
  };
}
