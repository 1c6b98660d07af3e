import { useEffect, useRef, useState, type RefObject } from "react";

import { loadMorph } from "./loadMorph.ts";
import type { MorphDrawing } from "./morphDrawing.ts";
import type { FacePair } from "./morphFace.ts";
import { createMorphPlayer, type MorphPlayer } from "./morphPlayer.ts";
import { mountMorph } from "./mountMorph.ts";

/** The share at which everything begins: half and half. */
export const MIDDLE = 0.5;

export interface Morph {
  /** Set while mounted. */
  readonly player: RefObject<MorphPlayer | null>;
  /** `failed`: a picture could not be decoded, or nothing can be drawn. */
  readonly status: "closed" | "open" | "failed";
}

/**
 * A morph in `host`. Opened when first wanted, so that an answer is painted
 * without waiting for a graphics context.
 *
 * @param onShare called in each frame that is drawn; must not render
 */
export function useMorph(
  pair: FacePair,
  wanted: boolean,
  host: RefObject<HTMLElement | null>,
  onShare: (share: number) => void,
): Morph {
  const player = useRef<MorphPlayer>(null);
  const drawing = useRef<MorphDrawing>(undefined);
  const [status, setStatus] = useState<Morph["status"]>("closed");

  useEffect(() => {
    const created = createMorphPlayer(
      {
        draw: (share) => {
          drawing.current?.draw(share);
          onShare(share);
        },
        requestFrame: (callback) => requestAnimationFrame(callback),
        cancelFrame: (id) => {
          cancelAnimationFrame(id);
        },
      },
      MIDDLE,
    );
    player.current = created;
    return created.close;
  }, [onShare]);

  useEffect(() => {
    const element = host.current;
    if (!wanted || !element) return;
    return openIn(element, pair, player, (opened) => {
      drawing.current = opened;
      setStatus(opened ? "open" : "failed");
      player.current?.refresh();
    });
  }, [pair, wanted, host]);

  return { player, status };
}

/** @returns what closes it, at whichever point it is by then */
function openIn(
  element: HTMLElement,
  pair: FacePair,
  player: RefObject<MorphPlayer | null>,
  onOpened: (drawing: MorphDrawing | undefined) => void,
): () => void {
  let closed = false;
  let close = () => {
    closed = true;
  };
  void loadMorph(pair).then((loaded) => {
    if (!loaded.ok) {
      if (!closed) onOpened(undefined);
      return;
    }
    const morph = loaded.value;
    if (closed) {
      morph.close();
      return;
    }
    const drawing = mountMorph(element, morph, () => player.current?.refresh());
    const unwatch = watchVisible(element, (visible) => player.current?.setVisible(visible));
    close = () => {
      unwatch();
      drawing?.close();
      morph.close();
    };
    onOpened(drawing);
  });
  return () => {
    close();
  };
}

/** Visible: in the window, and the page in front. */
function watchVisible(element: HTMLElement, onChange: (visible: boolean) => void): () => void {
  let inWindow = true;
  const tell = () => {
    onChange(inWindow && !document.hidden);
  };
  const observer = new IntersectionObserver((entries) => {
    inWindow = entries.at(-1)?.isIntersecting ?? inWindow;
    tell();
  });
  observer.observe(element);
  document.addEventListener("visibilitychange", tell);
  return () => {
    observer.disconnect();
    document.removeEventListener("visibilitychange", tell);
  };
}
