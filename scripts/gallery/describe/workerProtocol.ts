/** What a describing process and its parent say to each other. */
import type { Landmarks } from "../../../src/face/geometry.ts";
import type { PhotoFile } from "../scan.ts";

/** The subcommand under which a command line's own bundle serves as a worker. */
export const WORKER_COMMAND = "describe-worker";

export interface PhotoTask extends Pick<PhotoFile, "path" | "sha256"> {
  /** Of its faces, where they are known: only those are described, on the stock crop. */
  readonly landmarks?: readonly Landmarks[];
}

/** To a worker: describe these and write them into one segment. */
export interface BatchRequest {
  readonly photos: readonly PhotoTask[];
}

/** From a worker. */
export type WorkerMessage =
  /** Once: the engine is open. */
  | { readonly kind: "ready" }
  /** The batch is done and written. */
  | {
      readonly kind: "described";
      /** Its segment; absent when none of the photos could be read. */
      readonly segment?: string;
      /** Photos that are not in the segment: a later run may be able to read them. */
      readonly unreadable: number;
    }
  /** An exception of the engine; its state is in doubt, so the process ends. */
  | { readonly kind: "engineFailed"; readonly message: string }
  | { readonly kind: "cannotWrite"; readonly message: string };
