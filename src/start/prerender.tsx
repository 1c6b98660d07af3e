import { renderToString } from "react-dom/server";

import { createI18n } from "../i18n/createI18n.ts";
import type { Language } from "../i18n/language.ts";
import type { SettingsStorage } from "../storage/settingsStorage.ts";
import { createServices } from "./createServices.ts";
import { Page } from "./Page.tsx";

const NOTHING_KEPT: SettingsStorage = {
  read: () => undefined,
  write: () => undefined,
  remove: () => undefined,
  onOtherTab: () => () => undefined,
};

/** Draws the first screen as HTML, exactly as the browser's first render will. Run by the build, in Node. */
export function prerender(language: Language): string {
  const services = createServices({
    // Nothing is fetched while it is drawn.
    base: new URL("http://localhost/"),
    backend: undefined,
    settingsStorage: NOTHING_KEPT,
    release: undefined,
    report(error) {
      throw error;
    },
  });
  return renderToString(
    <Page services={services} i18n={createI18n(language)} onReady={() => undefined} />,
  );
}
