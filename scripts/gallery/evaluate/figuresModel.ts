/** Figures of the model: how strongly it is held back, and what worse photos do to it. */
import * as Plot from "@observablehq/plot";

import {
  COLOURS,
  counted,
  drawn,
  heightOfRows,
  PLOT_WIDTH_PX,
  tensBelow,
  type Figure,
} from "./figuresDrawing.ts";
import type { GalleryMetrics } from "./galleryMetrics.ts";

export function regularisationFigure({ training }: GalleryMetrics): Figure {
  const title = "Regularisation";
  const points = training.tried.map(({ c, scores }) => ({
    c,
    logLoss: scores.logLoss,
    low: scores.logLoss - scores.standardError,
    high: scores.logLoss + scores.standardError,
  }));
  const chosen = points.filter(({ c }) => c === training.C);
  return {
    id: "regularisation",
    title,
    svg: drawn(title, {
      width: PLOT_WIDTH_PX,
      height: 260,
      marginLeft: 52,
      marginBottom: 40,
      x: {
        type: "log",
        label: "C, the inverse of the penalty's weight",
        labelAnchor: "center",
        ticks: points.map(({ c }) => c),
        tickFormat: "d",
        inset: 16,
      },
      y: { label: "Log loss (nats)", grid: true, nice: true },
      marks: [
        Plot.ruleX(points, {
          x: "c",
          y1: "low",
          y2: "high",
          stroke: COLOURS.second,
          strokeWidth: 2.5,
          strokeOpacity: 0.7,
        }),
        Plot.line(points, { x: "c", y: "logLoss", stroke: COLOURS.muted }),
        Plot.dot(points, { x: "c", y: "logLoss", r: 4, fill: COLOURS.first }),
        Plot.dot(chosen, { x: "c", y: "logLoss", r: 8, stroke: COLOURS.first, strokeWidth: 2 }),
      ],
    }),
    caption: `Log loss of ${training.folds}-fold cross-validation for each strength tried, with one standard error; photos that are nearly the same picture stay in one fold. The circled C = ${training.C} is the one used.`,
  };
}

export function robustnessFigure({ robustness }: GalleryMetrics): Figure {
  const title = "Worse photos";
  if (!robustness) return { id: "robustness", title, caption: "Needs the photos themselves." };
  const lowest = Math.min(...robustness.map(({ found, top1 }) => Math.min(found, top1)));
  const photos = Math.max(...robustness.map((row) => row.photos));
  return {
    id: "robustness",
    title,
    legend: [
      { colour: COLOURS.second, label: "face found" },
      { colour: COLOURS.first, label: "named rightly" },
    ],
    svg: drawn(title, {
      height: heightOfRows(robustness.length, { marginTop: 28 }),
      marginLeft: 76,
      marginRight: 52,
      marginTop: 28,
      marginBottom: 40,
      x: {
        domain: [tensBelow(lowest), 100],
        percent: true,
        label: "Photos (%)",
        labelAnchor: "center",
        grid: true,
        ticks: 5,
      },
      y: {
        type: "band",
        domain: robustness.map(({ condition }) => condition),
        label: null,
        tickSize: 0,
      },
      marks: [
        Plot.ruleY(robustness, {
          y: "condition",
          x1: "top1",
          x2: "found",
          stroke: COLOURS.muted,
          strokeOpacity: 0.6,
        }),
        Plot.dot(robustness, {
          y: "condition",
          x: "found",
          r: 5,
          stroke: COLOURS.second,
          strokeWidth: 2,
        }),
        Plot.dot(robustness, { y: "condition", x: "top1", r: 4, fill: COLOURS.first }),
        Plot.text(robustness, {
          y: "condition",
          text: ({ medianShift }: { readonly medianShift: number }) => medianShift.toFixed(2),
          frameAnchor: "right",
          textAnchor: "end",
          dx: 48,
          fill: COLOURS.muted,
        }),
        Plot.text(["shift"], {
          frameAnchor: "top-right",
          textAnchor: "end",
          dx: 48,
          dy: -14,
          fill: COLOURS.muted,
        }),
      ],
    }),
    caption: `${counted(photos, "photo")}, at most a few of each person, each changed in one way and read again by the whole engine; named out of fold, and a face that was not found counts as wrong. "Shift" is the median distance between the descriptors of the changed and of the unchanged photo, where two photos of two people are mostly more than 0.6 apart.`,
  };
}
