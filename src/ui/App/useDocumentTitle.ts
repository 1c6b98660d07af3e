import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import { usePersonName } from "../usePersonName.ts";
import type { Page } from "./routes.ts";

/** The document's language, its description, and a title for each page: bookmarks and screen readers tell them apart by it. */
export function useDocumentTitle(page: Page, loaded: LoadedGallery | undefined): void {
  const { t, i18n } = useTranslation();
  const place = usePlace(page, loaded);
  const title = place === undefined ? t("app.title") : t("app.titleOf", { place });
  const description = t("home.lead");
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    document.title = title;
    document.querySelector('meta[name="description"]')?.setAttribute("content", description);
  }, [i18n.language, title, description]);
}

/** Absent on the way from a photo to its answer. */
function usePlace(page: Page, loaded: LoadedGallery | undefined): string | undefined {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  switch (page.page) {
    case "match":
      return undefined;
    case "people": {
      const person = loaded?.gallery.people.find(({ id }) => id === page.personId);
      return person ? nameOf(person) : t("app.nav.people");
    }
    case "privacy":
      return t("footer.privacy");
    case "licences":
      return t("app.licences");
    case "how":
    case "history":
    case "settings":
      return t(`app.nav.${page.page}`);
  }
}
