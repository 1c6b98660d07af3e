import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { similarityParts } from "../../i18n/formatNumbers.ts";
import type { FacePair } from "../Morph/morphFace.ts";
import { useFaceWords } from "../Morph/useFaceWords.ts";
import type { CardWords } from "./cardLayout.ts";
import { siteAddress } from "./siteAddress.ts";

/** What a card says in its first two lines. */
export interface Headline {
  readonly title: string;
  readonly lead: string;
}

/**
 * @param similarity share of pairs of strangers that are less alike, in [0, 1]
 * @param headline in place of the star's name
 * @returns the same object for as long as the words are the same
 */
export function useCardWords(pair: FacePair, similarity: number, headline?: Headline): CardWords {
  const { t, i18n } = useTranslation();
  const { captionOf } = useFaceWords();
  const isMe = pair.first.kind === "photo" && pair.first.who === "you";
  const first = isMe ? t("share.card.me") : captionOf(pair.first);
  const second = captionOf(pair.second);
  const star = pair.second.kind === "composite" ? pair.second.name : undefined;
  const title = headline?.title ?? star ?? t("share.card.pairTitle");
  const lead = headline?.lead ?? (star === undefined ? undefined : t("share.card.most"));
  const meaning = t(star === undefined ? "share.card.pairMeaning" : "share.card.meaning");
  const wordmark = t("app.wordmark");
  return useMemo(
    () => ({
      title,
      ...(lead !== undefined && { lead }),
      numeral: similarityParts(similarity, i18n.language),
      meaning,
      captions: [first, second],
      wordmark: splitWordmark(wordmark),
      address: siteAddress(location),
    }),
    [title, lead, similarity, i18n.language, meaning, first, second, wordmark],
  );
}

/** "Star<accent>like</accent>" in its two colours. */
function splitWordmark(marked: string): readonly [string, string] {
  const [plain = "", accent = ""] = marked.replace("</accent>", "").split("<accent>");
  return [plain, accent];
}
