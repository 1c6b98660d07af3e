import { use, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Language } from "../i18n/language.ts";
import { loadOtherScreens } from "../i18n/otherScreens.ts";

/** Suspends until the texts are there that the first screen does without. */
export function OtherTexts({ children }: { readonly children: ReactNode }): ReactNode {
  const { i18n } = useTranslation();
  use(loadOtherScreens(i18n, i18n.language as Language));
  return children;
}
