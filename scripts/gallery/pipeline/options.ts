/** What a gallery is made of and where; the same for every stage. */
export interface GalleryOptions {
  /** Absolute, like the other folders. */
  readonly photosDir: string;
  /** What earlier runs found out; may be deleted at any time. */
  readonly workDir: string;
  /** Folders of people who are not in the gallery, to calibrate on; absent: its people stand in for them. */
  readonly strangersDir: string | undefined;
  /** Folders of further people, for whom no name is to come up too often; absent: names come up as they may. */
  readonly furtherDir: string | undefined;
  /** The original's embeddings; absent: its figures are left out. */
  readonly referenceDir: string | undefined;
  /** Decisions about photos; the file need not exist. */
  readonly curationFile: string;
  /** Describing processes at once. */
  readonly jobs: number;
  /** Photos that a killed process loses at most. */
  readonly batchSize: number;
  /** Also describes the photos on face-api's own crop, for the ablation figure. */
  readonly withStockCrop: boolean;
  /** Also tries photos turned, darkened and so on. */
  readonly withRobustness: boolean;
  /** People with fewer good photos are left out. */
  readonly minPhotos: number;
  readonly id: string;
  readonly title: string;
  /** As in ISO 8601: "2026-11-28"; absent: the gallery says none. Never the clock's: the same photos give the same bytes. */
  readonly date?: string;
}
