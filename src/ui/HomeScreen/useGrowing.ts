import { useEffect, useState } from "react";

/** How many come with each frame: few enough that a slow phone still keeps its frames. */
const STEP = 4;

/** Counts up to `total`, some with each frame, so that many pictures do not come in one long task. */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count >= total) return;
    const frame = requestAnimationFrame(() => {
      setCount(Math.min(count + STEP, total));
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [count, total]);
  return Math.min(count, total);
}
