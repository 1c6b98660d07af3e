import type { i18n } from "i18next";
import { StrictMode, useEffect, type ReactElement } from "react";
import { I18nextProvider } from "react-i18next";

import { App, type Services } from "../ui/App/App.tsx";

interface Props {
  readonly services: Services;
  readonly i18n: i18n;
  /** Called once the page answers to clicks. */
  readonly onReady: () => void;
}

/** The whole page: what the build draws the first screen from, and the browser makes alive. */
export function Page({ services, i18n, onReady }: Props): ReactElement {
  useEffect(onReady, [onReady]);
  return (
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <App services={services} />
      </I18nextProvider>
    </StrictMode>
  );
}
