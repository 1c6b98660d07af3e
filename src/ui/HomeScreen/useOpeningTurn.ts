import { useEffect, useState } from "react";

const TURN_MS = 1100;

/** All over within five seconds, so that nothing needs a pause button (WCAG 2.2, 2.2.2). */
const TURNS = 3;

/**
 * Counts the turns of the opening: 0, 1, 2, 3, and there it stays. Where less
 * motion is asked for it stays at 0.
 */
export function useOpeningTurn(started: boolean): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!started || turn === TURNS) return;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const timer = setTimeout(() => {
      setTurn(turn + 1);
    }, TURN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [started, turn]);
  return turn;
}
