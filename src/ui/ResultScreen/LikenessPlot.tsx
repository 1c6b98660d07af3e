import { useEffect, useRef, type ReactElement } from "react";

import { likenessCurves } from "../../app/answer/evidenceCurves.ts";
import type { Quantiles } from "../../matching/calibration.ts";
import styles from "./LikenessPlot.module.css";

interface Props {
  readonly label: string;
  /** Distances between different people. */
  readonly impostor: Quantiles;
  /** Distances between photos of one person. */
  readonly genuine: Quantiles;
  /** Of the pair that the beam stands for. */
  readonly distance: number;
}

/** Asked for together with the screen, so that nothing is fetched once there is an answer. */
const preloaded = loadDrawing();

/**
 * Drawn once it comes near the screen, so that the answer above it waits for
 * nothing. Where the plotting library cannot be had, its place stays empty.
 */
export function LikenessPlot({ label, impostor, genuine, distance }: Props): ReactElement {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const parent = ref.current;
    if (!parent) return;
    const shown = new AbortController();
    const { signal } = shown;
    whenNearScreen(parent, signal, () => {
      void drawIn(parent, signal, { impostor, genuine, distance });
    });
    return () => {
      shown.abort();
    };
  }, [impostor, genuine, distance]);

  return <div ref={ref} className={styles.plot} role="img" aria-label={label} />;
}

async function drawIn(
  parent: HTMLElement,
  signal: AbortSignal,
  { impostor, genuine, distance }: Omit<Props, "label">,
): Promise<void> {
  const draw = (await preloaded) ?? (await loadDrawing());
  if (signal.aborted) return;
  const stop = draw?.(parent, likenessCurves(impostor, genuine, distance), distance);
  if (stop) signal.addEventListener("abort", stop);
}

async function loadDrawing() {
  try {
    return (await import("./drawLikenessPlot.ts")).drawLikenessPlot;
  } catch {
    return undefined;
  }
}

function whenNearScreen(element: Element, signal: AbortSignal, work: () => void): void {
  const watching = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watching.disconnect();
      work();
    },
    { rootMargin: "25%" },
  );
  watching.observe(element);
  signal.addEventListener("abort", () => {
    watching.disconnect();
  });
}
