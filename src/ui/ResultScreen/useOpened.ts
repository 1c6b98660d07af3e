import { useEffect, useRef, useState, type RefObject } from "react";

import type { PersonId } from "../../gallery/gallery.ts";
import type { PeopleFilter } from "../../gallery/peopleFilter.ts";

interface Opened {
  /** Undefined: the first. */
  readonly openedId: PersonId | undefined;
  readonly open: (id: PersonId) => void;
  /** To be put on the pair of faces, and on the name under it. */
  readonly topRef: RefObject<HTMLElement | null>;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

/**
 * Which person stands large on the screen. Another group of people begins with
 * its first. Opening somebody shows the faces and moves the focus to the name.
 */
export function useOpened(filter: PeopleFilter): Opened {
  const [opened, setOpened] = useState<{ readonly id: PersonId; readonly filter: PeopleFilter }>();
  const topRef = useRef<HTMLElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (opened === undefined) return;
    topRef.current?.scrollIntoView({ block: "start", behavior: scrollBehaviour() });
    headingRef.current?.focus({ preventScroll: true });
  }, [opened]);

  return {
    openedId: opened?.filter === filter ? opened.id : undefined,
    open: (id) => {
      setOpened({ id, filter });
    },
    topRef,
    headingRef,
  };
}

function scrollBehaviour(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}
