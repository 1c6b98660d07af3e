/** docs/model-card.md, every number of it from the published files. */
import type { Gallery } from "../../../src/gallery/gallery.ts";
import type { GalleryMetrics, GroupFigures } from "../evaluate/galleryMetrics.ts";
import { grouped, percent, range, table } from "./cardText.ts";

export interface CardInput {
  readonly gallery: Gallery;
  readonly metrics: GalleryMetrics;
}

/**
 * Markdown, the same text for the same gallery.
 *
 * Source: Mitchell et al., Model Cards for Model Reporting (2019), for the headings.
 */
export function modelCard({ gallery, metrics }: CardInput): string {
  return [
    `# Model card: ${gallery.title}`,
    "Written by `npm run gallery -- cards` from the gallery's own files; a test compares. Shares are out of fold: each photo judged by a model that saw neither it nor a copy of it.",
    details(metrics),
    intendedUse(metrics),
    accuracy(metrics),
    groupSection(metrics, gallery),
    confusionSection(metrics, gallery),
    calibrationSection(metrics),
    strangersSection(metrics, gallery),
    robustnessSection(metrics),
    originalSection(metrics),
    caveats(metrics),
    "",
  ].join("\n\n");
}

function details({ training, identification }: GalleryMetrics): string {
  return `## Details

- **What it is:** multinomial logistic regression (C = ${training.C}) over ${identification.people} people, on the 128-value descriptors of face-api's recogniser (dlib's network), each the mean over an aligned chip and its mirror image. The L2 penalty measures the distance from nearest mean, in coordinates in which people differ and photos of one do not (docs/stability.md). Classes weigh the same however many photos they have.
- **Names for strangers:** ${evening(training)}
- **How C was chosen:** ${training.folds} folds, stratified and grouped (copies of a picture never part), seed ${training.seed}; the smallest C within a standard error of the best log loss. Temperature ${training.tried.find(({ c }) => c === training.C)!.temperature.toFixed(3)}, fitted on the out-of-fold logits.
- **Networks and their training data:** from \`@vladmandic/face-api\` (MIT). The recogniser's weights are dlib's, given to the public domain by their author, trained on about three million scraped photos (FaceScrub, VGG Face and others) whose own licences are for research; SSD MobileNet's detector was trained on WIDER FACE, also published for research; what the Tiny detector and the landmark network were trained on was not published. Whether weights inherit the terms of such data is unsettled.

${table(
  ["C", "log loss (nats)", "top-1", "calibration error"],
  training.tried.map(({ c, scores }) => [
    String(c),
    `${scores.logLoss.toFixed(4)} ± ${scores.standardError.toFixed(4)}`,
    percent(scores.top1),
    percent(scores.ece, 2),
  ]),
)}`;
}

function evening({ evenedFor }: GalleryMetrics["training"]): string {
  return evenedFor === 0
    ? "come up as they may."
    : `the biases are lowered until no name is the first of more than one and a half times an even share of ${grouped(evenedFor)} photos of further people, who are neither in the gallery nor among the strangers below.`;
}

function intendedUse({ calibration }: GalleryMetrics): string {
  return `## Intended use

A pastime: whom of these people does a face resemble, and how sure is that. Nearly every visitor is a stranger to the gallery, so the answer is a likeness, never an identity. "Nobody, really" is said beyond a distance of ${calibration.openSetDistance.toFixed(3)} to the nearest prototype, set so that ${percent(calibration.acceptedStrangers, 0)} of measured strangers get a name.

**Not for** identifying or tracking anybody, for access or security decisions as it is shipped, nor for judging gender, origin, age or character: it is trained for none of these.`;
}

function accuracy({
  identification,
  identificationUncurated,
  identification74,
  verification,
}: GalleryMetrics): string {
  const rows = [
    ["photos, people", `${grouped(identification.photos)}, ${identification.people}`],
    ["first name right", `${percent(identification.top1)} (${range(identification.top1Interval)})`],
    [
      "among the first five",
      `${percent(identification.top5)} (${range(identification.top5Interval)})`,
    ],
    ["macro-F1", percent(identification.macroF1)],
    ["log loss", `${identification.logLoss.toFixed(4)} nats`],
    [
      "first name right before curation",
      `${percent(identificationUncurated.top1)} (${grouped(identificationUncurated.photos)} photos, ${identificationUncurated.people} people)`,
    ],
    ["same person or not: equal error rate", percent(verification.eer)],
    ["accepted at 1 in 1,000 impostors", percent(verification.acceptedAt1e3)],
    [
      "pairs of one person, of two",
      `${grouped(verification.genuinePairs)}, ${grouped(verification.impostorPairs)}`,
    ],
  ];
  const alignment = identification74
    ? `\n\nThe alignment's worth, on ${grouped(identification74.photos)} photos of ${identification74.people} people of the original's data set: ${percent(identification74.top1)} with our chip, ${percent(identification74.stockCropTop1)} with face-api's own crop.`
    : "";
  return `## How well it names people

In brackets 95 % intervals, from a bootstrap over people.

${table(["what", "figure"], rows)}${alignment}`;
}

function groupSection({ groups, perPerson }: GalleryMetrics, gallery: Gallery): string {
  const names = namesOf(gallery);
  const rows = [...groups.presentsAs, ...groups.field, ...groups.region].map(groupRow);
  const weakest = perPerson
    .filter(({ top1 }) => top1 < 1)
    .toSorted((a, b) => a.top1 - b.top1 || (a.group < b.group ? -1 : 1))
    .slice(0, 10)
    .map((row) => groupRow({ ...row, group: names.get(row.group) ?? row.group }));
  const people =
    weakest.length === 0
      ? "Nobody is named wrongly in any photo."
      : `The people named wrongly most often (of ${perPerson.length}; their own interval is Wilson's, and wide):\n\n${table(HEADER, weakest)}`;
  return `## By group

The groups are what \`people.csv\` says; how people present is the list's word, not the model's.

${table(HEADER, rows)}

${people}`;
}

const HEADER = ["group", "people", "photos", "first name right", "95 % interval"];

function groupRow({ group, people, photos, top1, interval }: GroupFigures): readonly string[] {
  return [group, String(people), grouped(photos), percent(top1), range(interval)];
}

function confusionSection({ confusions }: GalleryMetrics, gallery: Gallery): string {
  const names = namesOf(gallery);
  const rows = confusions
    .slice(0, 12)
    .map(({ person, takenFor, photos }) => [
      names.get(person) ?? person,
      names.get(takenFor) ?? takenFor,
      String(photos),
    ]);
  const found = rows.length === 0 ? "Nobody." : table(["person", "taken for", "photos"], rows);
  return `## Who is taken for whom

${found}`;
}

function calibrationSection({ calibration }: GalleryMetrics): string {
  return `## Is the share to be believed

Expected calibration error ${percent(calibration.ece, 2)} (15 bins of equal width).

${table(
  ["share said", "photos", "mean share", "right"],
  calibration.reliability.map(({ from, to, photos, confidence, accuracy }) => [
    `${percent(from, 0)} to ${percent(to, 0)}`,
    grouped(photos),
    percent(confidence),
    percent(accuracy),
  ]),
)}`;
}

function strangersSection({ strangers }: GalleryMetrics, gallery: Gallery): string {
  if (!strangers) return "## Strangers\n\nNot measured: there were no photos of strangers.";
  const names = namesOf(gallery);
  const hubs = strangers.hubs
    .slice(0, 5)
    .map(({ person, share }) => `${names.get(person) ?? person} ${percent(share)}`);
  return `## Strangers

${table(
  ["what", "figure"],
  [
    ["photos of people who are not in the gallery", grouped(strangers.photos)],
    ["told from the gallery's people by distance (AUROC)", strangers.auroc.toFixed(4)],
    ["two photos of one stranger: the same first name", percent(strangers.repeatability)],
    ["of the first five names, shared by both", percent(strangers.top5Overlap)],
    ["most frequent first name", percent(strangers.topNameShare)],
    ["skewness of the first names (hubness)", strangers.hubnessSkewness.toFixed(2)],
  ],
)}

Whose names strangers get most: ${hubs.join(", ")}.

The same for means of photos, two disjoint sets of each person compared. Few strangers have so many photos: here the people left out of the gallery for too few photos are added to them, and each row is of those with enough.

${table(
  ["photos averaged", "people", "pairs", "same first name", "of the first five", "most frequent"],
  strangers.means.map((row) => [
    String(row.photos),
    String(row.people),
    grouped(row.pairs),
    percent(row.repeatability),
    percent(row.top5Overlap),
    percent(row.topNameShare),
  ]),
)}`;
}

function robustnessSection({ robustness }: GalleryMetrics): string {
  if (!robustness) return "## Worse photos\n\nNot measured.";
  return `## Worse photos

Up to two photos of everybody, changed, and judged by the model that had not seen them; a face that is not found counts as a wrong name. Dark is a quarter of the stored values, about four stops less light. The shift is the median distance to the unchanged photo's descriptor.

${table(
  ["condition", "photos", "face found", "first name right", "shift"],
  robustness.map(({ condition, photos, found, top1, medianShift }) => [
    condition,
    grouped(photos),
    percent(found),
    percent(top1),
    medianShift.toFixed(3),
  ]),
)}`;
}

function originalSection({ original, originalGrouped }: GalleryMetrics): string {
  if (!original || !originalGrouped) return "## Beside the original\n\nNot measured.";
  const row = (name: string, figures: typeof original) => [
    name,
    figures.microF1.toFixed(4),
    figures.mse.toFixed(2),
    figures.mae.toFixed(3),
    figures.mape.toPrecision(4),
  ];
  return `## Beside the original

The original's four figures on its own embeddings of 74 people. Errors of class ids say nothing about faces, since ids are in no order; they are here to compare. Its split has mirror images on both sides, which flatters it. The percentage error divides by the true id, and by 2⁻⁵² where that is 0 (scikit-learn's rule): one wrong answer for person 0 makes it astronomic.

${table(
  ["split", "micro-F1", "MSE", "MAE", "MAPE"],
  [
    row("its own 80/20", original),
    row("5 folds, a photo and its mirror together", originalGrouped),
  ],
)}`;
}

function caveats({ descriptors, identification }: GalleryMetrics): string {
  return `## Ethical considerations and caveats

- Faces are personal data. Neither the people shown nor the photographers were asked; the gallery is a demonstration (docs/data-card.md).
- The photos were curated by looking at them: the figures hold for photos as good as these. Wrong photos that nobody noticed are still in.
- The recogniser's own training data are scraped and unevenly spread over the world's faces; the table of groups shows only the groups that this list has, some of them small.
- All ${identification.people} people are famous; who is not resembles them by chance.
- The 128 values are not independent: mean |r| ${descriptors.meanAbsCorrelation.toFixed(3)}, largest ${descriptors.maxAbsCorrelation.toFixed(3)}; ${descriptors.componentsFor95} principal components hold 95 % of the variance.`;
}

function namesOf({ people }: Gallery): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, name }) => [id as string, name]));
}
