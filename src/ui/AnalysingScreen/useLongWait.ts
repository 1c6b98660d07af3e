import { useEffect, useState } from "react";

/** A shorter wait needs no show. */
const LONG_MS = 400;

/**
 * Whether this has been on the screen for a while. Without a graphics card each
 * frame of a movement takes from the processors that look for the face; one that
 * CSS delays is computed from the beginning.
 */
export function useLongWait(): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLong(true);
    }, LONG_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isLong;
}
