import { landmarksInPortrait, morphMesh, type MorphMesh } from "../../face/faceMesh.ts";
import type { Landmarks } from "../../face/geometry.ts";
import { fail, ok, type Result } from "../../shared/result.ts";
import type { FacePair, MorphFace } from "./morphFace.ts";

/** What drawing a morph takes: both pictures, each in the portrait frame at any size, and their mesh. */
export interface LoadedMorph {
  readonly first: ImageBitmap;
  readonly second: ImageBitmap;
  readonly mesh: MorphMesh;
  /** Frees the pictures. */
  readonly close: () => void;
}

export interface PortraitUnavailable {
  readonly kind: "portraitUnavailable";
}

/** Decodes both faces. Nothing is fetched: portraits are `data:` URLs. */
export async function loadMorph(pair: FacePair): Promise<Result<LoadedMorph, PortraitUnavailable>> {
  const [first, second] = await Promise.all([loadPicture(pair.first), loadPicture(pair.second)]);
  if (first === undefined || second === undefined) {
    first?.close();
    second?.close();
    return fail({ kind: "portraitUnavailable" });
  }
  return ok({
    first,
    second,
    mesh: morphMesh(shapeOf(pair.first), shapeOf(pair.second)),
    close: () => {
      first.close();
      second.close();
    },
  });
}

/** A face's picture; the caller closes it. Undefined where the portrait cannot be had. */
export async function loadPicture(face: MorphFace): Promise<ImageBitmap | undefined> {
  try {
    if (face.kind === "photo") {
      const { data, width, height } = face.face.portrait;
      return await createImageBitmap(new ImageData(new Uint8ClampedArray(data), width, height));
    }
    if (face.portraitUrl === undefined) return undefined;
    const image = new Image();
    image.src = face.portraitUrl;
    await image.decode();
    return await createImageBitmap(image);
  } catch {
    // A portrait that is none, or a device short of memory.
    return undefined;
  }
}

function shapeOf(face: MorphFace): Landmarks {
  return face.kind === "composite" ? face.shape : landmarksInPortrait(face.face.landmarks);
}
