/** docs/data-card.md, every number of it from the published files and the file of decisions. */
import type { Gallery } from "../../../src/gallery/gallery.ts";
import type { CurationRow } from "../curate/curationFile.ts";
import type { GalleryMetrics } from "../evaluate/galleryMetrics.ts";
import { grouped, percent, table } from "./cardText.ts";
import type { CardInput } from "./modelCard.ts";

export interface DataCardInput extends CardInput {
  readonly decisions: readonly CurationRow[];
}

/**
 * Markdown, the same text for the same gallery.
 *
 * Source: Gebru et al., Datasheets for Datasets (2021), for the questions.
 */
export function dataCard(input: DataCardInput): string {
  return [
    `# Data card: ${input.gallery.title}`,
    "Written by `npm run gallery -- cards` from the gallery's own files; a test compares.",
    whatIsShipped(),
    sources(input.gallery),
    composition(input.gallery),
    selection(input.metrics),
    curation(input.decisions),
    leftOut(input.metrics),
    use(),
    "",
  ].join("\n\n");
}

function whatIsShipped(): string {
  return `## What is shipped

No photograph. For each person a mean descriptor, a mean shape of 68 landmarks, a row of the classifier, and a composite portrait averaged from many photos (docs/decisions/004-composites-not-photographs.md).`;
}

function sources({ sources, people }: Gallery): string {
  const of = (id: string) => people.filter((person) => person.sources.some((own) => own === id));
  return `## Where the photos came from, and their licences

${table(
  ["source", "people", "photos", "licence"],
  sources.map(({ id, name, url, licence }) => [
    url === "" ? name : `[${name}](${url})`,
    String(of(id).length),
    grouped(of(id).reduce((sum, { photoCount }) => sum + photoCount, 0)),
    licence,
  ]),
)}

${sources.map(({ name, note }) => `- **${name}:** ${note}`).join("\n")}`;
}

function composition({ people }: Gallery): string {
  const counts = (valueOf: (person: Gallery["people"][number]) => string | undefined) => {
    const found = new Map<string, number>();
    for (const person of people) {
      const value = valueOf(person) ?? "not said";
      found.set(value, (found.get(value) ?? 0) + 1);
    }
    return [...found].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const text = (pairs: readonly (readonly [string, number])[]) =>
    pairs.map(([value, count]) => `${value} ${count}`).join(", ");
  const photos = people.map(({ photoCount }) => photoCount).toSorted((a, b) => a - b);
  return `## Who is in it

${people.length} people with ${grouped(photos.reduce((sum, count) => sum + count, 0))} photos; from ${photos[0]!} to ${photos.at(-1)!} each, in the middle ${photos[photos.length >> 1]!}.

- presents as (the list's word): ${text(counts((person) => person.presentsAs))}
- field: ${text(counts((person) => person.field))}
- region: ${text(counts((person) => person.region))}

The list follows what two collections happened to hold: film, sport and politics, mostly of the years around 2003 and 2020, mostly American and Russian. It stands for nobody else.`;
}

function selection({ photos }: GalleryMetrics): string {
  const unusable = photos.unusable.reduce((sum, { photos: count }) => sum + count, 0);
  const rows = [
    ["files looked at", grouped(photos.scanned), "100.0 %"],
    ...photos.unusable.map(({ reason, photos: count }) => [
      `not usable: ${reason}`,
      grouped(count),
      percent(count / photos.scanned),
    ]),
    ["usable", grouped(photos.scanned - unusable), percent(1 - unusable / photos.scanned)],
    ["usable, but dropped by a decision", grouped(photos.dropped), ""],
    ["moved to the person they show", grouped(photos.moved), ""],
    ["in the gallery", grouped(photos.used), percent(photos.used / photos.scanned)],
  ];
  return `## How photos were chosen

Exactly one face that can be read, else the reason; then the decisions of \`scripts/gallery/curation.csv\`; then people with enough photos left.

${table(["photos", "count", "share"], rows)}`;
}

function curation(decisions: readonly CurationRow[]): string {
  const reasons = new Map<string, number>();
  for (const { decision, reason } of decisions)
    if (decision.kind !== "keep") reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const rows = [...reasons]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([reason, count]) => [reason, String(count)]);
  return `## What was decided by looking

Every photo of the sources without checked labels was looked at, and of the others those that the order of review named (docs/curation.md). Some of these files had been refused already for other reasons.

${table(["reason", "photos"], rows)}`;
}

function leftOut({ photos }: GalleryMetrics): string {
  if (photos.leftOut.length === 0) return "## Left out\n\nNobody.";
  const people = photos.leftOut.map(({ name, photos: count }) => `${name} (${count})`);
  return `## Left out

${photos.leftOut.length} people with too few good photos for a portrait that is nobody's photo: ${people.join(", ")}.`;
}

function use(): string {
  return `## Uses

To show what the program does, and to measure it. Whoever ships for profit builds a gallery from photos they may use, of people who agreed: docs/make-your-own-gallery.md. Who does not want to be in it is taken out by a line in \`people.csv\`; the next build leaves nothing of them.`;
}
