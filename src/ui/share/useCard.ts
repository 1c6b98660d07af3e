import { useEffect, useState } from "react";

import { makeCard, type Card } from "./makeCard.ts";

export type CardState =
  | { readonly kind: "drawing" }
  /** `url` shows the file for as long as this state is the current one. */
  | { readonly kind: "ready"; readonly file: File; readonly url: string }
  | { readonly kind: "failed" };

/**
 * A card as a file. Drawn ahead, since the system's share sheet opens only
 * right after a click.
 *
 * @param card the same object for as long as it shows the same
 */
export function useCard(card: Card): CardState {
  const [drawn, setDrawn] = useState<{ readonly card: Card; readonly state: CardState }>();

  useEffect(() => {
    let url: string | undefined;
    let closed = false;
    void makeCard(card, "image/jpeg").then((made) => {
      if (closed) return;
      if (!made.ok) {
        setDrawn({ card, state: { kind: "failed" } });
        return;
      }
      url = URL.createObjectURL(made.value);
      setDrawn({ card, state: { kind: "ready", file: made.value, url } });
    });
    return () => {
      closed = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [card]);

  return drawn?.card === card ? drawn.state : { kind: "drawing" };
}
