import { useEffect, useEffectEvent, useState } from "react";

const FROM_SECONDS = 3;

export interface Countdown {
  /** Seconds left; undefined while it does not run. */
  readonly left: number | undefined;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Counts three seconds down, then calls `onZero`. */
export function useCountdown(onZero: () => void): Countdown {
  const [left, setLeft] = useState<number>();
  const zero = useEffectEvent(onZero);

  useEffect(() => {
    if (left === undefined) return;
    const timer = setTimeout(() => {
      setLeft(left > 1 ? left - 1 : undefined);
      if (left === 1) zero();
    }, 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [left]);

  return {
    left,
    start: () => {
      setLeft(FROM_SECONDS);
    },
    stop: () => {
      setLeft(undefined);
    },
  };
}
