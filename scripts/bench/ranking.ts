/**
 * Time and memory of ranking one face among people who do not exist:
 * `node scripts/run.mjs bench/ranking.ts --people 211,10000,100000`.
 */
import { Command } from "commander";

import { SHOWN_MATCHES } from "../../src/app/answer/matchResult.ts";
import type { Descriptor } from "../../src/face/descriptor.ts";
import { rank, type Rankable } from "../../src/matching/rank.ts";
import { listOf, wholeNumber } from "../commandLine.ts";
import { readGallery } from "../gallery/readGallery.ts";
import type { RankingFigures } from "./results.ts";
import { median } from "./statistics.ts";
import { syntheticDescriptors } from "./syntheticDescriptors.ts";

const SEED = 1;
const REPEATS = 21;
/** Until V8 has compiled what is hot. */
const WARM_UP = 5;

const program = new Command("ranking")
  .description("Ranks one face among synthetic people; prints medians and sizes.")
  .option("--people <list>", "how many", listOf(wholeNumber), [211, 10_000, 100_000]);
program.parse();
const { people: sizes } = program.opts<{ people: readonly number[] }>();

const shipped = await readShipped();
console.log(JSON.stringify(sizes.map(figuresFor), null, 2));

function figuresFor(people: number): RankingFigures {
  const gallery = syntheticGallery(people);
  const face = gallery.prototypes[0]!;
  for (let i = 0; i < WARM_UP; i++) rank(gallery, face, SHOWN_MATCHES);
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    rank(gallery, face, SHOWN_MATCHES);
    return performance.now() - start;
  });
  const { weights, biases } = gallery.classifier;
  const prototypeBytes = gallery.prototypes.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return {
    people,
    ms: median(times),
    leastMs: Math.min(...times),
    memoryMB: (weights.byteLength + biases.byteLength + prototypeBytes) / 1e6,
    fileMB: (shipped.bytesPerPerson * people) / 1e6,
  };
}

/** Each person's one descriptor is the prototype, and the classifier's row too: no answer is read. */
function syntheticGallery(people: number): Rankable {
  const { inputs, inputLength } = syntheticDescriptors(people, 1, SEED);
  const rows = Float32Array.from(inputs);
  return {
    classifier: {
      classCount: people,
      inputLength,
      weights: rows,
      biases: new Float32Array(people),
      temperature: 1,
    },
    prototypes: Array.from(
      { length: people },
      (_, i) => rows.slice(i * inputLength, (i + 1) * inputLength) as Descriptor,
    ),
    calibration: shipped.calibration,
  };
}

async function readShipped() {
  const { gallery, bytes } = await readGallery();
  return { calibration: gallery.calibration, bytesPerPerson: bytes / gallery.people.length };
}
