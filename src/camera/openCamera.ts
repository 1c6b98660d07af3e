import { fail, ok, type Result } from "../shared/result.ts";
import { cameraErrorKind, type CameraError } from "./cameraError.ts";
import { torchOf, type Torch } from "./torch.ts";

/** `front` looks at the person holding the phone. */
export type Facing = "front" | "back";

/** Which camera is wanted. */
export interface CameraWish {
  readonly facing: Facing;
  /** One of several cameras; absent: any on that side. */
  readonly deviceId?: string;
}

/** One of the cameras of this device. */
export interface CameraDevice {
  readonly id: string;
  /** As the system calls it; empty where it does not say. */
  readonly label: string;
}

export interface Camera {
  readonly stream: MediaStream;
  /** What was got, which need not be what was asked for: a laptop has only a front. */
  readonly facing: Facing;
  /** Whether there is another camera to switch to. */
  readonly canSwitch: boolean;
  /** The one of `devices` that runs; absent where the browser does not say. */
  readonly deviceId?: string;
  /** Absent where the list is withheld. */
  readonly devices?: readonly CameraDevice[];
  /** Absent where there is no light to switch. */
  readonly torch?: Torch;
  /** Turns the camera light off. */
  stop(): void;
}

/**
 * Asks for a camera; a device without the wanted one gives what it has.
 *
 * @param devices `navigator.mediaDevices`, undefined outside a secure context
 * @param onLost runs when the camera goes away by itself: unplugged, or taken by the system
 * @throws whatever `getUserMedia` throws beyond the cases of CameraError
 */
export async function openCamera(
  devices: MediaDevices | undefined,
  wanted: CameraWish,
  onLost: () => void,
): Promise<Result<Camera, CameraError>> {
  if (devices === undefined) return fail({ kind: "cameraUnsupported" });
  try {
    const stream = await devices.getUserMedia({ audio: false, video: videoConstraints(wanted) });
    return ok(await cameraOn(stream, devices, onLost));
  } catch (e) {
    const kind = cameraErrorKind(e);
    if (kind === undefined) throw e;
    return fail({ kind });
  }
}

/**
 * The wish to switch to: the other side, or the next device where none names
 * its side, as webcams do not.
 */
export function otherCamera({ facing, deviceId, devices = [], stream }: Camera): CameraWish {
  const at = devices.findIndex(({ id }) => id === deviceId);
  if (sideOf(stream) !== undefined || at === -1)
    return { facing: facing === "front" ? "back" : "front" };
  return { facing, deviceId: devices[(at + 1) % devices.length]!.id };
}

/** All of it a wish and no condition: an unplugged camera must not keep another from opening. */
function videoConstraints({ facing, deviceId }: CameraWish): MediaTrackConstraints {
  return {
    ...(deviceId === undefined
      ? { facingMode: facing === "front" ? "user" : "environment" }
      : { deviceId }),
    width: { ideal: 1280 },
    height: { ideal: 960 },
  };
}

async function cameraOn(
  stream: MediaStream,
  mediaDevices: MediaDevices,
  onLost: () => void,
): Promise<Camera> {
  const track = stream.getVideoTracks()[0];
  // `ended` does not fire for our own `stop`.
  track?.addEventListener("ended", onLost);
  const devices = await listCameras(mediaDevices);
  const deviceId = track?.getSettings().deviceId;
  const torch = track && torchOf(track);
  return {
    stream,
    facing: sideOf(stream) ?? "front",
    canSwitch: devices !== undefined && devices.length > 1,
    ...(deviceId !== undefined && { deviceId }),
    ...(devices && { devices }),
    ...(torch && { torch }),
    stop: () => {
      for (const running of stream.getTracks()) running.stop();
    },
  };
}

/** Undefined for a webcam, which says nothing of its side: it looks at the person. */
function sideOf(stream: MediaStream): Facing | undefined {
  switch (stream.getVideoTracks()[0]?.getSettings().facingMode) {
    case "environment":
      return "back";
    case "user":
      return "front";
    default:
      return undefined;
  }
}

/** Undefined where the list is withheld: the open camera is worth more than a choice. */
async function listCameras(
  mediaDevices: MediaDevices,
): Promise<readonly CameraDevice[] | undefined> {
  try {
    const all = await mediaDevices.enumerateDevices();
    return all
      .filter(({ kind }) => kind === "videoinput")
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  } catch {
    return undefined;
  }
}
