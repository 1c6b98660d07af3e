import { seededRandom } from "../../src/shared/random.ts";
import type { LabelledSamples } from "../../src/training/labelledSamples.ts";

const INPUT_LENGTH = 128;
/**
 * Squared: 1.43, a descriptor's norm; 0.45 and 0.85, about the distance between two photos of one
 * person and of two. The distances are rough: only the shape of the problem rests on them.
 */
const SQUARED_NORM = 1.43 ** 2;
const SQUARED_WITHIN = 0.45 ** 2;
const SQUARED_BETWEEN = 0.85 ** 2;

/**
 * Descriptors of people who do not exist: a normal cloud of people around a
 * common mean, a normal cloud of photos around each, both of a spectrum that
 * falls like 1/(i + 4). Rounded to single precision, as real ones are.
 */
export function syntheticDescriptors(
  classCount: number,
  photosOfEach: number,
  seed: number,
): LabelledSamples {
  const random = seededRandom(seed);
  const photoDeviations = deviations(SQUARED_WITHIN / 2);
  const personDeviations = deviations((SQUARED_BETWEEN - SQUARED_WITHIN) / 2);
  const mean = Math.sqrt((SQUARED_NORM - SQUARED_BETWEEN / 2) / INPUT_LENGTH);
  const inputs = new Float64Array(classCount * photosOfEach * INPUT_LENGTH);
  const labels = new Int32Array(classCount * photosOfEach);
  let s = 0;
  for (let label = 0; label < classCount; label++) {
    const person = personDeviations.map(
      (deviation, i) => (i % 2 === 0 ? mean : -mean) + deviation * normal(random),
    );
    for (let photo = 0; photo < photosOfEach; photo++, s++) {
      labels[s] = label;
      for (let i = 0; i < INPUT_LENGTH; i++)
        inputs[s * INPUT_LENGTH + i] = Math.fround(
          person[i]! + photoDeviations[i]! * normal(random),
        );
    }
  }
  return { inputs, inputLength: INPUT_LENGTH, labels, classCount };
}

/** Standard deviations along the axes, the variances summing to `variance`. */
function deviations(variance: number): Float64Array {
  const shares = Float64Array.from({ length: INPUT_LENGTH }, (_, i) => 1 / (i + 4));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.sqrt((variance * share) / total));
}

/** Source: Box & Muller (1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
