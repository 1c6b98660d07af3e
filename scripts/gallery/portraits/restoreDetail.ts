/** Gives a blend back the crispness that each photo had and averaging lost. */
import type { Layer } from "./layer.ts";
import { blurred, lumaOf } from "./planes.ts";

/** Widths of the two detail bands, px (standard deviation of the blur that is taken away). */
const BANDS_PX = [1, 2.4] as const;
/** Over how large a neighbourhood detail is compared, px. */
const NEIGHBOURHOOD_PX = 5;
/** Detail is raised to this share of the photos' own, and never more than `MOST` times. By eye. */
const SHARE = 0.72;
const MOST = 2.1;

/**
 * Compares, band by band, the energy of the blend's detail with the mean
 * energy of the layers' detail around each pixel of the face and its
 * surroundings, and amplifies the blend's to `SHARE` of it.
 *
 * @param face 1 on the face; outside, the effect fades
 * @returns shape [height, width, 3]
 */
export function restoreDetail(
  blend: Float32Array,
  layers: readonly Layer[],
  face: Uint8Array,
): Float32Array {
  const onFace = blurred(Float32Array.from(face), 6);
  const luma = lumaOf(blend);
  const photos = layers.map((layer) => ({ luma: lumaOf(layer.colours), weights: layer.weights }));
  const added = new Float32Array(luma.length);
  let below = luma;
  let photosBelow = photos.map((photo) => photo.luma);
  for (const width of BANDS_PX) {
    const smooth = blurred(luma, width);
    const photosSmooth = photos.map((photo) => blurred(photo.luma, width));
    const band = difference(below, smooth);
    const own = blurred(squares(band), NEIGHBOURHOOD_PX);
    const theirs = blurred(
      meanEnergy(
        photosBelow.map((values, i) => difference(values, photosSmooth[i]!)),
        photos,
      ),
      NEIGHBOURHOOD_PX,
    );
    for (let i = 0; i < added.length; i++) {
      const wanted = SHARE * Math.sqrt(theirs[i]! / Math.max(own[i]!, 0.05));
      const gain = Math.min(MOST, Math.max(1, wanted));
      added[i]! += (gain - 1) * band[i]! * onFace[i]!;
    }
    below = smooth;
    photosBelow = photosSmooth;
  }
  return blend.map((value, i) => value + added[Math.floor(i / 3)]!);
}

function meanEnergy(
  bands: readonly Float32Array[],
  photos: readonly { readonly weights: Float32Array }[],
): Float32Array {
  return Float32Array.from({ length: bands[0]!.length }, (_, i) => {
    let [sum, total] = [0, 0];
    for (const [p, band] of bands.entries()) {
      const weight = photos[p]!.weights[i]!;
      sum += weight * band[i]! ** 2;
      total += weight;
    }
    return total === 0 ? 0 : sum / total;
  });
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - b[i]!);
}

function squares(values: Float32Array): Float32Array {
  return values.map((value) => value * value);
}
