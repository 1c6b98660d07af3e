/** Small true-to-type data for the tests of this folder and of the components. */
import type { AnalysedFace, Analysis } from "../face/analysedFace.ts";
import { toDescriptor, type Descriptor } from "../face/descriptor.ts";
import type { QualityVerdict } from "../face/quality.ts";
import type { Person, PersonId } from "../gallery/gallery.ts";
import type { LoadedGallery } from "./answer/matchResult.ts";
import type { Reading } from "./capture/reading.ts";

/** Person i's prototype and classifier row point along axis i. */
export function galleryOf(names: readonly string[], openSetDistance = 2): LoadedGallery {
  const people = names.map((name, i) => person(name, i));
  const quantiles = { probabilities: [0, 1], values: [0, 4], count: 100 };
  return {
    gallery: {
      id: "test",
      title: "Test",
      people,
      sources: [],
      calibration: {
        impostor: quantiles,
        genuine: quantiles,
        openSetDistance,
        acceptedStrangers: 0.1,
      },
      classifier: {
        classCount: people.length,
        inputLength: 128,
        weights: Float32Array.from(people.flatMap(({ prototype }) => [...prototype])),
        biases: new Float32Array(people.length),
        temperature: 1,
      },
    },
    portraits: new Map(people.map(({ id }) => [id, `data:image/webp;base64,${id}`])),
  };
}

/** A face along one axis: nearest to person `axis` of `galleryOf`. */
export function faceLike(axis: number, verdict: QualityVerdict = "usable"): AnalysedFace {
  return {
    box: { x: 10, y: 10, width: 50, height: 50 },
    score: 0.9,
    landmarks: [],
    quality: {
      eyeDistancePx: 60,
      roll: 0,
      yaw: 0,
      pitch: 0,
      sharpness: 10,
      brightness: 120,
      verdict,
    },
    descriptor: along(axis),
    portrait: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
  };
}

/** Of one photo. */
export function readingOf(face: AnalysedFace): Reading {
  return { face, used: 1, given: 1 };
}

export function analysisOf(...faces: AnalysedFace[]): Analysis {
  return { width: 200, height: 100, faces };
}

function person(name: string, i: number): Person {
  const id = name.toLowerCase().replaceAll(" ", "-");
  return {
    id: id as PersonId,
    name,
    names: {},
    presentsAs: i % 2 === 0 ? "woman" : "man",
    field: "screen",
    photoCount: 12 + i,
    portrait: `portraits/${id}.webp`,
    shape: [],
    prototype: along(i),
    sources: [],
  };
}

function along(axis: number): Descriptor {
  const values = new Float32Array(128);
  values[axis] = 2;
  const descriptor = toDescriptor(values);
  if (!descriptor.ok) throw new Error(descriptor.error.kind);
  return descriptor.value;
}
