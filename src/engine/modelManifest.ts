import manifest from "./modelManifest.json";

/** A weights file as the app expects it. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** The networks, by the stem of their files' names. */
export const NETWORKS = [
  "tiny_face_detector_model",
  "ssd_mobilenetv1_model",
  "face_landmark_68_model",
  "face_recognition_model",
] as const;
export type Network = (typeof NETWORKS)[number];

/**
 * Every weights file of @vladmandic/face-api that the engine needs. Part of
 * the code, so that a server or a cache cannot swap a file and its sum together.
 */
export const MODEL_FILES: readonly ModelFile[] = manifest;

/** By name, verified. */
export type ModelContents = ReadonlyMap<string, Uint8Array>;

/** Asked only about a photo in which the small detector is in doubt. */
export const SSD: Network = "ssd_mobilenetv1_model";

/** What a first answer needs, and what hard photos need beside it. */
export const FIRST_FILES = MODEL_FILES.filter(({ name }) => !name.startsWith(SSD));
export const SSD_FILES = MODEL_FILES.filter(({ name }) => name.startsWith(SSD));

export function bytesOf(files: readonly ModelFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

export const layoutFile = (network: Network) => `${network}-weights_manifest.json`;
export const weightsFile = (network: Network) => `${network}.bin`;
