import { fail, ok, type Result } from "../shared/result.ts";
import { cameraErrorKind, type CameraError } from "./cameraError.ts";

/** `front` looks at the person holding the phone. */
export type Facing = "front" | "back";

export interface Camera {
  readonly stream: MediaStream;
  /** What was got, which need not be what was asked for: a laptop has only a front. */
  readonly facing: Facing;
  /** Whether there is another camera to switch to. */
  readonly canSwitch: boolean;
  /** Turns the camera light off. */
  stop(): void;
}

/**
 * Asks for a camera; a device without the wanted side gives the one it has.
 *
 * @param devices `navigator.mediaDevices`, undefined outside a secure context
 * @param onLost runs when the camera goes away by itself: unplugged, or taken by the system
 * @throws whatever `getUserMedia` throws beyond the cases of CameraError
 */
export async function openCamera(
  devices: MediaDevices | undefined,
  wanted: Facing,
  onLost: () => void,
): Promise<Result<Camera, CameraError>> {
  if (devices === undefined) return fail({ kind: "cameraUnsupported" });
  try {
    const stream = await devices.getUserMedia({
      audio: false,
      video: {
        facingMode: wanted === "front" ? "user" : "environment",
        width: { ideal: 1280 },
        height: { ideal: 960 },
      },
    });
    // `ended` does not fire for our own `stop`.
    stream.getVideoTracks()[0]?.addEventListener("ended", onLost);
    return ok({
      stream,
      facing: facingOf(stream),
      canSwitch: await hasSeveralCameras(devices),
      stop: () => {
        stream.getTracks().forEach((track) => {
          track.stop();
        });
      },
    });
  } catch (e) {
    const kind = cameraErrorKind(e);
    if (kind === undefined) throw e;
    return fail({ kind });
  }
}

/** A webcam says nothing of its side; it looks at the person. */
function facingOf(stream: MediaStream): Facing {
  const mode = stream.getVideoTracks()[0]?.getSettings().facingMode;
  return mode === "environment" ? "back" : "front";
}

/** False where the list is withheld: the open camera is worth more than a switch. */
async function hasSeveralCameras(devices: MediaDevices): Promise<boolean> {
  try {
    const all = await devices.enumerateDevices();
    return all.filter(({ kind }) => kind === "videoinput").length > 1;
  } catch {
    return false;
  }
}
