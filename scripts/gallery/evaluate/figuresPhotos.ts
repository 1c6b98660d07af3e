/** Figures of the photos: how many there were, and what became of them. */
import * as Plot from "@observablehq/plot";

import {
  COLOURS,
  counted,
  drawn,
  grouped,
  heightOfRows,
  percent,
  type Figure,
} from "./figuresDrawing.ts";
import type { GalleryMetrics } from "./galleryMetrics.ts";

export function funnelFigure({ photos }: GalleryMetrics): Figure {
  const usable = photos.scanned - sumOf(photos.unusable);
  const kept = usable - photos.dropped;
  const title = "From files to the gallery";
  return {
    id: "funnel",
    title,
    svg: countedRows(title, photos.scanned, [
      { label: "scanned", photos: photos.scanned },
      { label: "usable", photos: usable },
      { label: "after curation", photos: kept },
      { label: "in the gallery", photos: photos.used },
    ]),
    caption: `Of ${counted(photos.scanned, "file")}, ${grouped(usable)} hold exactly one usable face; by the decisions of curation.csv, ${counted(photos.dropped, "photo was", "photos were")} dropped and ${grouped(photos.moved)} moved to the person they show; what is still missing at the end belongs to ${counted(photos.leftOut.length, "person", "people")} with too few good photos (${sumOf(photos.leftOut)}).`,
  };
}

export function unusableFigure({ photos }: GalleryMetrics): Figure {
  const title = "Why files were not usable";
  const rows = photos.unusable.map(({ reason, photos: count }) => ({
    label: reason,
    photos: count,
  }));
  return {
    id: "unusable",
    title,
    ...(rows.length > 0 && { svg: countedRows(title, sumOf(photos.unusable), rows) }),
    caption: `${counted(sumOf(photos.unusable), "file")} of ${grouped(photos.scanned)}, each by the first reason that applies. Judged by the engine alone, before anybody looked.`,
  };
}

interface Row {
  readonly label: string;
  readonly photos: number;
}

/** @param whole what the percentages are of */
function countedRows(title: string, whole: number, rows: readonly Row[]): string {
  const most = Math.max(...rows.map(({ photos }) => photos));
  return drawn(title, {
    height: heightOfRows(rows.length),
    marginLeft: 104,
    marginRight: 84,
    marginTop: 8,
    marginBottom: 40,
    x: { domain: [0, most], label: "Files", labelAnchor: "center", ticks: 3 },
    y: { type: "band", domain: rows.map(({ label }) => label), label: null, tickSize: 0 },
    marks: [
      Plot.barX(rows, {
        y: "label",
        x: "photos",
        fill: COLOURS.first,
        insetTop: 3,
        insetBottom: 3,
      }),
      Plot.text(rows, {
        y: "label",
        x: "photos",
        text: ({ photos }: Row) => `${grouped(photos)}, ${wholePercent(photos / whole)}`,
        textAnchor: "start",
        dx: 4,
      }),
    ],
  });
}

/** Something is never shown as nothing. */
function wholePercent(fraction: number): string {
  return fraction > 0 && fraction < 0.005 ? "<1\u00a0%" : percent(fraction, 0);
}

function sumOf(rows: readonly { readonly photos: number }[]): number {
  return rows.reduce((sum, { photos }) => sum + photos, 0);
}
