/** The page of figures: metrics.json for the eye, one file that needs nothing beside it. */
import { reliabilityFigure, shareHistogram } from "./figuresCalibration.ts";
import { correlationsFigure, distancesFigure } from "./figuresDistances.ts";
import { counted, grouped, percent, type Figure, type NameOf } from "./figuresDrawing.ts";
import { regularisationFigure, robustnessFigure } from "./figuresModel.ts";
import { confusionsFigure, hubsFigure } from "./figuresNames.ts";
import { groupsFigure, perPersonFigure } from "./figuresPeople.ts";
import { funnelFigure, unusableFigure } from "./figuresPhotos.ts";
import { FIGURES_STYLE } from "./figuresStyle.ts";
import type { GalleryMetrics, GroupFigures, Interval } from "./galleryMetrics.ts";

/** What the plots need beyond metrics.json; a figure whose data is absent says so. */
export interface FigureData {
  /** Pearson's r of each two values of the descriptors, over all photos: shape [128, 128]. */
  readonly correlations?: readonly (readonly number[])[];
  readonly distances?: DistanceHistograms;
}

/** Pairs of photos by distance: bin i holds those in [i, i + 1) times `binWidth`. */
export interface DistanceHistograms {
  readonly binWidth: number;
  readonly genuine: readonly number[];
  readonly impostor: readonly number[];
}

export interface FiguresInput {
  /** The gallery's title. */
  readonly title: string;
  readonly metrics: GalleryMetrics;
  readonly data: FigureData;
  /** By person's id; one without is called by the id. */
  readonly names: ReadonlyMap<string, string>;
}

/** HTML, the same bytes for the same input. */
export async function figuresPage({ title, metrics, data, names }: FiguresInput): Promise<string> {
  const nameOf: NameOf = (id) => names.get(id) ?? id;
  const figures = [
    reliabilityFigure(metrics),
    shareHistogram(metrics),
    distancesFigure(metrics, data.distances),
    groupsFigure(metrics),
    confusionsFigure(metrics, nameOf),
    hubsFigure(metrics, nameOf),
    robustnessFigure(metrics),
    regularisationFigure(metrics),
    funnelFigure(metrics),
    unusableFigure(metrics),
    await correlationsFigure(metrics, data.correlations),
    perPersonFigure(metrics, nameOf),
  ];
  const heading = `${title}: the figures`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(heading)}</title>
<style>${FIGURES_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
<p class="lead">${escaped(lead(metrics))}</p>
${keyFigures(metrics)}
<div class="figures">
${figures.map(asHtml).join("\n")}
</div>
${originalTable(metrics)}
${peopleTable(metrics.perPerson, nameOf)}
</main>
</body>
</html>
`;
}

function lead({ identification, training }: GalleryMetrics): string {
  return `${counted(identification.people, "person", "people")}, ${counted(identification.photos, "photo")}. Unless a figure says otherwise it is measured out of fold: every photo is judged by one of ${training.folds} models that saw neither it nor a near copy of it. Intervals hold the true value 95 times in 100.`;
}

function keyFigures(metrics: GalleryMetrics): string {
  const { identification, identificationUncurated, calibration, verification, strangers } = metrics;
  const tiles = [
    ["Named rightly", percent(identification.top1), within(identification.top1Interval)],
    ["Among the first five", percent(identification.top5), within(identification.top5Interval)],
    [
      "Before curation",
      percent(identificationUncurated.top1),
      counted(identificationUncurated.photos, "photo"),
    ],
    ["Calibration error", percent(calibration.ece, 2), "15 bins of the share"],
    ["Equal error rate", percent(verification.eer, 2), "one person or two"],
    [
      "Known from strangers",
      strangers ? strangers.auroc.toFixed(3) : "not measured",
      "area under the ROC",
    ],
  ] as const;
  const items = tiles.map(
    ([label, value, note]) =>
      `<div><dt>${escaped(label)}</dt><dd><strong>${escaped(value)}</strong> <span>${escaped(note)}</span></dd></div>`,
  );
  return `<dl class="key">\n${items.join("\n")}\n</dl>`;
}

function within({ low, high }: Interval): string {
  return `${percent(low)} to ${percent(high)}`;
}

function asHtml({ id, title, svg, legend = [], caption }: Figure): string {
  const entries = legend.map(
    ({ colour, label }) => `<li><span style="background:${colour}"></span>${escaped(label)}</li>`,
  );
  return `<figure id="${id}">
<h2>${escaped(title)}</h2>
${entries.length > 0 && svg ? `<ul class="legend">${entries.join("")}</ul>` : ""}
${svg ?? `<p class="missing">Nothing to show.</p>`}
<figcaption>${escaped(caption)}</figcaption>
</figure>`;
}

/** The original's figures, which treat class ids as numbers. */
function originalTable({ original, originalGrouped }: GalleryMetrics): string {
  if (!original) return "";
  const row = (name: string, key: "microF1" | "mse" | "mae" | "mape", digits: number) =>
    `<tr><th scope="row">${name}</th><td>${original[key].toFixed(digits)}</td><td>${originalGrouped ? originalGrouped[key].toFixed(digits) : "not measured"}</td></tr>`;
  return `<section>
<h2>The original's four figures</h2>
<p>From the embeddings of the program that this one re-makes. Its 80/20 split lets a photo's mirror image stand on the other side, which flatters; beside it the same with both kept together. The last three treat the numbers of the classes as quantities: they mean nothing for faces and are here only to compare.</p>
<table>
<thead><tr><th scope="col">Figure</th><th scope="col">Its own split</th><th scope="col">Mirror images kept together</th></tr></thead>
<tbody>
${[row("Micro-F1", "microF1", 4), row("MSE of ids", "mse", 2), row("MAE of ids", "mae", 3), row("MAPE of ids", "mape", 4)].join("\n")}
</tbody>
</table>
</section>`;
}

function peopleTable(people: readonly GroupFigures[], nameOf: NameOf): string {
  const rows = people.map(
    ({ group, photos, top1, interval }) =>
      `<tr><th scope="row">${escaped(nameOf(group))}</th><td>${grouped(photos)}</td><td>${percent(top1)}</td><td>${within(interval)}</td></tr>`,
  );
  return `<section>
<h2>Everybody</h2>
<details>
<summary>${counted(people.length, "person", "people")}: photos, named rightly, interval</summary>
<table>
<thead><tr><th scope="col">Person</th><th scope="col">Photos</th><th scope="col">Named rightly</th><th scope="col">95 % interval</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</details>
</section>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
