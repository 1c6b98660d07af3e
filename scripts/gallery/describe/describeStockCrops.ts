/** A pass beside stage 4: the faces again, on face-api's own crop, for the ablation figure. */
import { describeMissing, type DescribeOptions, type DescribeReport } from "./describePhotos.ts";
import type { DescriptionStore } from "./descriptionStore.ts";
import type { PhotoFile } from "../scan.ts";

/**
 * Adds `stockDescriptor` to the faces of photos that the store holds already.
 *
 * @throws as `describePhotos`
 */
export function describeStockCrops(
  photos: Iterable<PhotoFile> | AsyncIterable<PhotoFile>,
  store: DescriptionStore,
  options: DescribeOptions,
): Promise<DescribeReport> {
  return describeMissing(
    photos,
    ({ name, path, sha256 }) => {
      const description = store.get(sha256);
      if (!description?.ok || description.value.faces.length === 0) return undefined;
      const landmarks = description.value.faces.map((face) => face.landmarks);
      return { name, path, sha256, landmarks };
    },
    store.stockCrops,
    { ...options, part: "stock-crops" },
  );
}
