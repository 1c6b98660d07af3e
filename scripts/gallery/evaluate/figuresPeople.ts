/** Figures of who is named rightly: everybody, and by group. */
import * as Plot from "@observablehq/plot";

import {
  COLOURS,
  counted,
  drawn,
  grouped,
  heightOfRows,
  tensBelow,
  type Figure,
  type NameOf,
} from "./figuresDrawing.ts";
import type { GalleryMetrics, GroupFigures } from "./galleryMetrics.ts";

/** Rows beyond these are left to the table and to metrics.json. */
const MAX_ROWS = 40;

export function perPersonFigure({ perPerson }: GalleryMetrics, nameOf: NameOf): Figure {
  const mistaken = perPerson.filter(({ top1 }) => top1 < 1);
  const worst = mistaken
    .toSorted((a, b) => a.top1 - b.top1 || a.interval.low - b.interval.low)
    .slice(0, MAX_ROWS);
  const title = "Named rightly, by person";
  const rows = worst.map((row) => ({ ...row, label: nameOf(row.group) }));
  return {
    id: "people",
    title,
    ...(rows.length > 0 && { svg: intervalRows(title, rows) }),
    caption: `Share of a person's photos that are named rightly, out of fold, with its 95 % confidence interval (Wilson). Of ${counted(perPerson.length, "person", "people")}, ${grouped(mistaken.length)} have a photo that is not; shown are the ${grouped(rows.length)} named rightly least often. The table below has everybody. Few photos make wide intervals: a person at 90 % may only be one photo short.`,
  };
}

export function groupsFigure({ groups }: GalleryMetrics): Figure {
  const title = "Named rightly, by group";
  const section = (heading: string, figures: readonly GroupFigures[]) => [
    ...(figures.length > 0 ? [{ label: heading }] : []),
    ...figures.map((row) => ({ ...row, label: `${row.group} (${row.people})` })),
  ];
  const rows = [
    ...section("PRESENTS AS", groups.presentsAs),
    ...section("FIELD", groups.field),
    ...section("REGION", groups.region),
  ];
  return {
    id: "groups",
    title,
    ...(rows.length > 0 && { svg: intervalRows(title, rows) }),
    caption:
      "The same by what the list of people says of them, the number of people in brackets. The 95 % intervals come from drawing people, not photos, again and again: photos of one person are not independent. Where intervals overlap, a difference means little.",
  };
}

interface IntervalRow {
  readonly label: string;
  readonly top1?: number;
  readonly interval?: { readonly low: number; readonly high: number };
}

/** A dot and its interval a row; rows without figures are headings. */
function intervalRows(title: string, rows: readonly IntervalRow[]): string {
  const measured = rows.filter(({ interval }) => interval !== undefined);
  const lowest = Math.min(...measured.map(({ interval }) => interval!.low));
  const keyed = rows.map((row, i) => ({ ...row, i }));
  const withFigures = keyed.filter(({ interval }) => interval !== undefined);
  return drawn(title, {
    height: heightOfRows(rows.length),
    marginLeft: 140,
    marginRight: 16,
    marginTop: 8,
    marginBottom: 40,
    x: {
      domain: [tensBelow(lowest), 100],
      percent: true,
      label: "Named rightly (%)",
      labelAnchor: "center",
      grid: true,
      ticks: 5,
    },
    y: { type: "band", domain: keyed.map(({ i }) => i), axis: null },
    marks: [
      Plot.axisY({
        tickSize: 0,
        tickFormat: (i: number) => shortened(rows[i]!.label),
        label: null,
      }),
      Plot.ruleY(withFigures, {
        y: "i",
        x1: (row: IntervalRow) => row.interval!.low,
        x2: (row: IntervalRow) => row.interval!.high,
        stroke: COLOURS.second,
        strokeWidth: 2.5,
        strokeOpacity: 0.7,
      }),
      Plot.dot(withFigures, { y: "i", x: "top1", r: 4, fill: COLOURS.first }),
    ],
  });
}

/** Names longer than the margin beside the rows. */
function shortened(label: string): string {
  return label.length > 18 ? `${label.slice(0, 17).trimEnd()}\u2026` : label;
}
