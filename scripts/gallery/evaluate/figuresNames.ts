/** Figures of who is taken for whom, and whose name strangers get. */
import * as Plot from "@observablehq/plot";

import { COLOURS, counted, drawn, percent, type Figure, type NameOf } from "./figuresDrawing.ts";
import type { Confusion, GalleryMetrics } from "./galleryMetrics.ts";

const MAX_BARS = 20;
/** Two lines: the names, and the bar below them. */
const BAR_ROW_PX = 34;

export function confusionsFigure({ confusions }: GalleryMetrics, nameOf: NameOf): Figure {
  const title = "Who is taken for whom";
  const rows = confusions.slice(0, MAX_BARS);
  const errors = confusions.reduce((sum, { photos }) => sum + photos, 0);
  const nameBoth = ({ person, takenFor }: Confusion) =>
    `${nameOf(person)} \u2192 ${nameOf(takenFor)}`;
  return {
    id: "confusions",
    title,
    ...(rows.length > 0 && {
      svg: labelledBars(
        title,
        rows.map((row) => ({ label: nameBoth(row), value: row.photos })),
        "Photos",
      ),
    }),
    caption: `Out of fold, the ${rows.length} most frequent of ${counted(confusions.length, "pair")}, ${counted(errors, "photo")} in all. Two in both directions look alike to the network; one in one direction only is more often a bad or a wrongly labelled photo.`,
  };
}

export function hubsFigure({ strangers, identification }: GalleryMetrics, nameOf: NameOf): Figure {
  const title = "Whose name strangers get";
  if (!strangers) return { id: "hubs", title, caption: "Needs photos of strangers." };
  const even = 1 / identification.people;
  const rows = strangers.hubs.slice(0, MAX_BARS).map(({ person, share }) => ({
    label: nameOf(person),
    value: share,
  }));
  return {
    id: "hubs",
    title,
    svg: labelledBars(title, rows, "Strangers' photos with this first name (%)", even),
    caption: `${counted(strangers.photos, "photo")} of people who are not in the gallery; the share that gets each first name, the ${rows.length} most frequent. The dashed line is everybody equally often (${percent(even, 2)}). Skewness over all people: ${strangers.hubnessSkewness.toFixed(2)}; the higher, the more a few people draw everybody.`,
  };
}

interface Bar {
  readonly label: string;
  readonly value: number;
}

/** Bars with their label above them: names are too long to stand at the side of a phone. */
function labelledBars(
  title: string,
  bars: readonly Bar[],
  axis: string,
  reference?: number,
): string {
  const keyed = bars.map((bar, i) => ({ ...bar, i }));
  const isShare = reference !== undefined;
  return drawn(title, {
    height: bars.length * BAR_ROW_PX + 48,
    marginLeft: 4,
    marginRight: 36,
    marginTop: 4,
    marginBottom: 40,
    x: {
      label: axis,
      labelAnchor: "center",
      percent: isShare,
      zero: true,
      ticks: isShare ? 5 : Math.min(5, Math.max(...bars.map(({ value }) => value))),
      ...(!isShare && { tickFormat: "d" }),
    },
    y: { type: "band", domain: keyed.map(({ i }) => i), axis: null },
    marks: [
      ...(isShare
        ? [Plot.ruleX([reference], { stroke: COLOURS.second, strokeDasharray: "4 3" })]
        : []),
      Plot.barX(keyed, { y: "i", x: "value", fill: COLOURS.first, insetTop: 19, insetBottom: 6 }),
      Plot.text(keyed, { y: "i", x: 0, text: "label", textAnchor: "start", dy: -6 }),
      Plot.text(keyed, {
        y: "i",
        x: "value",
        text: ({ value }: Bar) => (isShare ? percent(value) : String(value)),
        textAnchor: "start",
        dx: 4,
        dy: 7,
        fontSize: 11,
        fill: COLOURS.muted,
      }),
    ],
  });
}
