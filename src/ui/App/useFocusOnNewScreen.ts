import { useEffect, useRef, type RefObject } from "react";

/**
 * A screen reader is told of the new screen by its heading, wherever the
 * screen comes from a chunk that has yet to load; not of the first, which it
 * reads anyway.
 *
 * @param screen changes with every screen
 */
export function useFocusOnNewScreen(main: RefObject<HTMLElement | null>, screen: string): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    window.scrollTo({ top: 0 });
    const element = main.current;
    if (!element || focusHeading(element)) return;
    const waiting = new MutationObserver(() => {
      if (focusHeading(element)) waiting.disconnect();
    });
    waiting.observe(element, { childList: true, subtree: true });
    return () => {
      waiting.disconnect();
    };
  }, [main, screen]);
}

function focusHeading(main: HTMLElement): boolean {
  const heading = main.querySelector("h1");
  heading?.focus({ preventScroll: true });
  return heading !== null;
}
