export type CameraErrorKind =
  /** The person, the browser or the site's policy said no. */
  | "cameraDenied"
  /** There is no camera, or none that fits. */
  | "cameraMissing"
  /** Another app holds it, or the system failed to start it. */
  | "cameraBusy"
  /** The page cannot ask: an old browser, or no secure connection. */
  | "cameraUnsupported";

export interface CameraError {
  readonly kind: CameraErrorKind;
}

/**
 * What a rejection of `getUserMedia` means to the person; `undefined` for one
 * that only a bug of ours explains.
 *
 * Source: Media Capture and Streams (W3C), the getUserMedia() algorithm.
 */
export function cameraErrorKind(cause: unknown): CameraErrorKind | undefined {
  // WebKit's OverconstrainedError, its answer where there is no camera at all, is no DOMException.
  return cause instanceof Error ? KIND_BY_NAME.get(cause.name) : undefined;
}

const KIND_BY_NAME = new Map<string, CameraErrorKind>([
  ["NotAllowedError", "cameraDenied"],
  ["SecurityError", "cameraDenied"],
  ["NotFoundError", "cameraMissing"],
  ["OverconstrainedError", "cameraMissing"],
  ["NotReadableError", "cameraBusy"],
  ["AbortError", "cameraBusy"],
  ["NotSupportedError", "cameraUnsupported"],
]);
