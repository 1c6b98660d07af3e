/** The light beside a phone's camera. */
export interface Torch {
  /** Whether it now shines; false too where the phone refuses. */
  set(on: boolean): Promise<boolean>;
}

/**
 * The light of a camera's track, or undefined where it has none.
 *
 * Source: MediaStream Image Capture (W3C), the `torch` capability; TypeScript
 * does not know it.
 */
export function torchOf(track: MediaStreamTrack): Torch | undefined {
  // Firefox before 132 has no getCapabilities, whatever its type says.
  const { getCapabilities } = track as Partial<MediaStreamTrack>;
  const capabilities: TorchCapability | undefined = getCapabilities?.call(track);
  if (!capabilities?.torch) return undefined;
  return {
    set: async (on) => {
      try {
        const constraints: TorchConstraint = { torch: on };
        await track.applyConstraints({ advanced: [constraints] });
        return on;
      } catch {
        // Too hot, or an empty battery: there is nothing to do about it.
        return false;
      }
    },
  };
}

interface TorchCapability extends MediaTrackCapabilities {
  readonly torch?: boolean;
}

interface TorchConstraint extends MediaTrackConstraintSet {
  readonly torch: boolean;
}
