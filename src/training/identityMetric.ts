import { addProduct } from "./matrixProduct.ts";
import { classSizes, type LabelledSamples } from "./labelledSamples.ts";
import { symmetricEigen } from "./symmetricEigen.ts";

/**
 * The directions in which people differ, each stretched by how far a photo can
 * be relied on along it. Coordinates are directions · (x − centre).
 */
export interface IdentityMetric {
  /** Shape [inputLength, inputLength], row-major: row i is a direction. */
  readonly directions: Float64Array;
  /** Shape [inputLength]: the mean of all people. */
  readonly centre: Float64Array;
}

/** Few people differ in few directions; in the others nothing but rounding is above 0. */
const ROUNDING = 1e-9;

/**
 * Along each principal direction of the people's means, ρ is the share of a
 * photo's spread that is the person and not the photo: between / (between +
 * within), the intraclass correlation. The direction is stretched by ρ^(power/2),
 * so that its share of a scalar product is ρ^power, and all together so that
 * the photos of a person have a mean squared distance of 1 from their mean.
 *
 * Power 0 would leave distances as they are. With 2, and normal distributions,
 * what is compared is what a photo lets one expect of the person's other photos.
 *
 * Everybody weighs the same, however many photos they have.
 *
 * Source: Ioffe, Probabilistic Linear Discriminant Analysis (2006), for ρ.
 */
export function identityMetric(samples: LabelledSamples, power: number): IdentityMetric {
  const { inputLength } = samples;
  const sizes = classSizes(samples.labels, samples.classCount);
  const means = classMeans(samples, sizes);
  const centre = meanRow(means, inputLength);
  const within = withinCovariances(samples, means, sizes);
  // A mean of n photos strays from the person by a share 1 / n of what a photo does.
  const straying = sizes.reduce((sum, size) => sum + 1 / size, 0) / sizes.length;
  const between = covariances(means, centre).map((value, i) => value - straying * within[i]!);

  const { values, vectors } = symmetricEigen(between, inputLength);
  const directions = new Float64Array(vectors.length);
  let spread = 0;
  for (let row = 0; row < inputLength; row++) {
    const direction = vectors.subarray(row * inputLength, (row + 1) * inputLength);
    const across = values[row]!;
    const along = Math.max(0, variance(within, direction));
    const reliance = across > ROUNDING * values[0]! ? (across / (across + along)) ** power : 0;
    spread += reliance * along;
    for (let i = 0; i < inputLength; i++)
      directions[row * inputLength + i] = Math.sqrt(reliance) * direction[i]!;
  }
  const unit = spread > 0 ? Math.sqrt(spread) : 1;
  return { directions: directions.map((value) => value / unit), centre };
}

/** The same samples in the metric's coordinates. */
export function inMetric(samples: LabelledSamples, metric: IdentityMetric): LabelledSamples {
  const { inputLength, labels } = samples;
  const centred = samples.inputs.map((value, i) => value - metric.centre[i % inputLength]!);
  const inputs = new Float64Array(samples.inputs.length);
  addProduct(inputs, centred, metric.directions, {
    rows: labels.length,
    cols: inputLength,
    depth: inputLength,
  });
  return { ...samples, inputs };
}

/** Shape [classCount, inputLength]. */
export function classMeans(
  { inputs, inputLength, labels }: LabelledSamples,
  sizes: Int32Array,
): Float64Array {
  const means = new Float64Array(sizes.length * inputLength);
  for (const [s, label] of labels.entries())
    for (let i = 0; i < inputLength; i++)
      means[label * inputLength + i]! += inputs[s * inputLength + i]! / sizes[label]!;
  return means;
}

function meanRow(rows: Float64Array, length: number): Float64Array {
  const mean = new Float64Array(length);
  for (const [i, value] of rows.entries()) mean[i % length]! += (value * length) / rows.length;
  return mean;
}

/** Of a photo around its person, averaged over the people with two photos or more. */
function withinCovariances(
  { inputs, inputLength, labels }: LabelledSamples,
  means: Float64Array,
  sizes: Int32Array,
): Float64Array {
  const people = sizes.reduce((sum, size) => sum + (size > 1 ? 1 : 0), 0);
  const sum = new Float64Array(inputLength * inputLength);
  const deviation = new Float64Array(inputLength);
  for (const [s, label] of labels.entries()) {
    if (sizes[label]! < 2) continue;
    for (let i = 0; i < inputLength; i++)
      deviation[i] = inputs[s * inputLength + i]! - means[label * inputLength + i]!;
    addSquare(sum, deviation, 1 / ((sizes[label]! - 1) * people));
  }
  return sum;
}

/** Sample covariances of the rows; zero of a single one. */
function covariances(rows: Float64Array, centre: Float64Array): Float64Array {
  const length = centre.length;
  const count = rows.length / length;
  const sum = new Float64Array(length * length);
  if (count < 2) return sum;
  for (let row = 0; row < count; row++) {
    const deviation = centre.map((value, i) => rows[row * length + i]! - value);
    addSquare(sum, deviation, 1 / (count - 1));
  }
  return sum;
}

function addSquare(sum: Float64Array, vector: Float64Array, weight: number): void {
  const length = vector.length;
  for (let i = 0; i < length; i++) {
    const part = weight * vector[i]!;
    for (let j = 0; j < length; j++) sum[i * length + j]! += part * vector[j]!;
  }
}

/** vᵀ · matrix · v. */
function variance(matrix: Float64Array, vector: Float64Array): number {
  const length = vector.length;
  let sum = 0;
  for (let i = 0; i < length; i++)
    for (let j = 0; j < length; j++) sum += vector[i]! * matrix[i * length + j]! * vector[j]!;
  return sum;
}
