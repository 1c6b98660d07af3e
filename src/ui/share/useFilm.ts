import { useEffect, useRef, useState } from "react";

import type { FilmFormat } from "./filmMorph.ts";
import { saveFile } from "./handOver.ts";
import type { Card } from "./makeCard.ts";

export interface Film {
  /** Absent where the browser cannot encode video, and until that is known. */
  readonly format: FilmFormat | undefined;
  /** Share of the film that is done, in [0, 1]; absent while none is made. */
  readonly progress: number | undefined;
  /** Makes the film and saves it. Resolves with what came of it. */
  readonly start: (card: Card) => Promise<"saved" | "videoFailed" | "cancelled">;
  readonly stop: () => void;
}

/** The encoder library is loaded only once a dialog that may need it is open. */
export function useFilm(): Film {
  const [format, setFormat] = useState<FilmFormat>();
  const [progress, setProgress] = useState<number>();
  const running = useRef<AbortController>(undefined);

  useEffect(() => {
    let closed = false;
    void findFormat().then((found) => {
      if (!closed) setFormat(found);
    });
    return () => {
      closed = true;
      running.current?.abort();
    };
  }, []);

  const start: Film["start"] = async (card) => {
    if (!format) return "videoFailed";
    const controller = new AbortController();
    running.current = controller;
    setProgress(0);
    const onProgress = (done: number) => {
      setProgress(Math.floor(done * 20) / 20);
    };
    try {
      const { filmMorph } = await import("./filmMorph.ts");
      const film = await filmMorph(card, format, onProgress, controller.signal);
      if (!film.ok) return film.error.kind;
      saveFile(film.value);
      return "saved";
    } catch {
      // Its file could not be fetched.
      return "videoFailed";
    } finally {
      setProgress(undefined);
    }
  };
  return { format, progress, start, stop: () => running.current?.abort() };
}

async function findFormat(): Promise<FilmFormat | undefined> {
  if (typeof VideoEncoder === "undefined") return undefined;
  try {
    const { findFilmFormat } = await import("./filmMorph.ts");
    return await findFilmFormat();
  } catch {
    return undefined;
  }
}
