/** The calibration of gallery.json. */
import type { Calibration, PairCalibration, Quantiles } from "../matching/calibration.ts";
import { FACE_FEATURES, type FaceFeature } from "../matching/featureDistances.ts";
import { ok, type Result } from "../shared/result.ts";
import { isRecord, malformed, type GalleryError } from "./decoding.ts";

export function decodeCalibration(json: unknown): Result<Calibration, GalleryError> {
  if (!isRecord(json)) return malformed("gallery.calibration", "an object");
  const impostor = decodeQuantiles(json["impostor"], "gallery.calibration.impostor");
  if (!impostor.ok) return impostor;
  const genuine = decodeQuantiles(json["genuine"], "gallery.calibration.genuine");
  if (!genuine.ok) return genuine;
  const { openSetDistance, acceptedStrangers } = json;
  if (!isFiniteNumber(openSetDistance) || openSetDistance <= 0)
    return malformed("gallery.calibration.openSetDistance", "a number above 0");
  if (!isFiniteNumber(acceptedStrangers) || acceptedStrangers <= 0 || acceptedStrangers >= 1)
    return malformed("gallery.calibration.acceptedStrangers", "a number between 0 and 1");
  const features = optional(json["features"], "gallery.calibration.features", decodeFeatures);
  if (!features.ok) return features;
  const pairs = optional(json["pairs"], "gallery.calibration.pairs", decodePairs);
  if (!pairs.ok) return pairs;
  return ok({
    impostor: impostor.value,
    genuine: genuine.value,
    openSetDistance,
    acceptedStrangers,
    ...(features.value && { features: features.value }),
    ...(pairs.value && { pairs: pairs.value }),
  });
}

/** Nothing where a gallery of before has none. */
function optional<T>(
  json: unknown,
  path: string,
  decode: (json: unknown, path: string) => Result<T, GalleryError>,
): Result<T | undefined, GalleryError> {
  return json === undefined ? ok(undefined) : decode(json, path);
}

function decodePairs(json: unknown, path: string): Result<PairCalibration, GalleryError> {
  if (!isRecord(json)) return malformed(path, "an object");
  const impostor = decodeQuantiles(json["impostor"], `${path}.impostor`);
  if (!impostor.ok) return impostor;
  const genuine = decodeQuantiles(json["genuine"], `${path}.genuine`);
  if (!genuine.ok) return genuine;
  const features = decodeFeatures(json["features"], `${path}.features`);
  if (!features.ok) return features;
  return ok({ impostor: impostor.value, genuine: genuine.value, features: features.value });
}

function decodeFeatures(
  json: unknown,
  path: string,
): Result<Record<FaceFeature, Quantiles>, GalleryError> {
  if (!isRecord(json)) return malformed(path, "an object");
  const features: [FaceFeature, Quantiles][] = [];
  for (const feature of FACE_FEATURES) {
    const decoded = decodeQuantiles(json[feature], `${path}.${feature}`);
    if (!decoded.ok) return decoded;
    features.push([feature, decoded.value]);
  }
  return ok(Object.fromEntries(features) as Record<FaceFeature, Quantiles>);
}

function decodeQuantiles(json: unknown, path: string): Result<Quantiles, GalleryError> {
  if (!isRecord(json)) return malformed(path, "an object");
  const { probabilities, values, count } = json;
  if (!isAscending(probabilities) || probabilities[0] !== 0 || probabilities.at(-1) !== 1)
    return malformed(`${path}.probabilities`, "numbers that rise from 0 to 1");
  if (!isAscending(values) || values.length !== probabilities.length)
    return malformed(`${path}.values`, `${probabilities.length} numbers that never fall`);
  if (!isFiniteNumber(count) || !Number.isInteger(count) || count < 1)
    return malformed(`${path}.count`, "a whole number above 0");
  return ok({ probabilities, values, count });
}

function isAscending(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((x, i) => isFiniteNumber(x) && (i === 0 || x >= (value[i - 1] as number)))
  );
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
