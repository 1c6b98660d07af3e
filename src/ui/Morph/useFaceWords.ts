import { useTranslation } from "react-i18next";

import { formatShare } from "../../i18n/formatNumbers.ts";
import type { FacePair, MorphFace } from "./morphFace.ts";

interface FaceWords {
  /** Within a sentence: "you", "Natalie Portman". */
  readonly nameOf: (face: MorphFace) => string;
  /** Under the face. */
  readonly captionOf: (face: MorphFace) => string;
  /** For who does not see it. */
  readonly altOf: (face: MorphFace) => string;
  /** Where between the two faces a share of the second lies: "half you, half Natalie Portman". */
  readonly shareOf: (pair: FacePair, share: number) => string;
}

export function useFaceWords(): FaceWords {
  const { t, i18n } = useTranslation();
  const nameOf = (face: MorphFace) =>
    face.kind === "composite" ? face.name : t(`share.morph.${face.who}As`);
  return {
    nameOf,
    captionOf: (face) => {
      if (face.kind === "photo") return t(`share.morph.${face.who}`);
      const { photoCount } = face;
      if (photoCount === undefined) return t("share.morph.composite");
      return t("share.morph.compositeOf", { count: photoCount });
    },
    altOf: (face) =>
      face.kind === "composite"
        ? t("app.portraitOf", { name: face.name })
        : t(`share.morph.${face.who}Face`),
    shareOf: ({ first, second }, share) => {
      const percent = Math.round(share * 100);
      if (percent === 50)
        return t("share.morph.half", { first: nameOf(first), second: nameOf(second) });
      const [face, part] = percent < 50 ? [first, 100 - percent] : [second, percent];
      if (part === 100) return t("share.morph.only", { face: nameOf(face) });
      return t("share.morph.mostly", {
        face: nameOf(face),
        percent: formatShare(part / 100, i18n.language),
      });
    },
  };
}
