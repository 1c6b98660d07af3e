/** The alignment's worth, on people of one source: the same photos, folds and C. */
import type { Descriptor } from "../../../src/face/descriptor.ts";
import type { Dataset } from "../dataset.ts";
import type { UsablePhoto } from "../faces.ts";
import { crossValidated, type TrainingInput } from "../train.ts";
import type { AlignmentFigures } from "./galleryMetrics.ts";

/**
 * @returns nothing when fewer than two people are of that source, or where a
 *   photo of theirs was not described in the stock crop
 */
export function alignmentFigures(
  dataset: Dataset,
  source: string,
  c: number,
): AlignmentFigures | undefined {
  const rows = dataset.labels.flatMap((label, i) =>
    dataset.people[label]!.person.source === source ? [i] : [],
  );
  const people = [...new Set(rows.map((i) => dataset.labels[i]!))];
  const stock = rows.flatMap((i) => dataset.photos[i]!.face.stockDescriptor ?? []);
  if (people.length < 2 || stock.length < rows.length) return undefined;
  const descriptorOf = ({ face }: UsablePhoto) => face.descriptor;
  const input = (descriptors: readonly Descriptor[]): TrainingInput => ({
    descriptors,
    labels: rows.map((i) => people.indexOf(dataset.labels[i]!)),
    groups: rows.map((i) => dataset.groups[i]!),
    classCount: people.length,
  });
  const own = rows.map((i) => descriptorOf(dataset.photos[i]!));
  return {
    top1: crossValidated(input(own), c).scores.top1,
    stockCropTop1: crossValidated(input(stock), c).scores.top1,
    photos: rows.length,
    people: people.length,
  };
}
