import type { ReactElement } from "react";

import type { Deletion } from "../../app/deleteEverything.ts";
import type { HistoryStore } from "../../app/history/history.ts";
import type { LoadedGallery } from "../../app/answer/matchResult.ts";
import type { Release } from "../../app/pwaState.ts";
import type { SettingsStore } from "../../app/settings.ts";
import { assertNever } from "../../shared/assert.ts";
import { useStore } from "../useStore.ts";
import {
  HistoryPage,
  HowPage,
  LicencesPage,
  PeoplePage,
  PrivacyPage,
  SettingsPage,
} from "./lazyScreens.ts";
import type { Page } from "./routes.ts";

/** What the person decides and what is kept of them. */
export interface Keeping {
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly deletion: Deletion;
  /** Absent on the development server. */
  readonly release: Release | undefined;
}

interface Props {
  readonly page: Exclude<Page, { readonly page: "match" }>;
  /** Absent until it is loaded. */
  readonly loaded: LoadedGallery | undefined;
  readonly keeping: Keeping;
}

/** The pages beside the way from a photo to its answer. */
export function PageView({ page, loaded, keeping }: Props): ReactElement {
  switch (page.page) {
    case "people":
      return <PeoplePage loaded={loaded} personId={page.personId} />;
    case "how":
      return <HowPage />;
    case "privacy":
      return <PrivacyPage />;
    case "licences":
      return <LicencesPage />;
    case "settings":
      return <Settings loaded={loaded} {...keeping} />;
    case "history":
      return <History loaded={loaded} {...keeping} />;
    default:
      return assertNever(page);
  }
}

type KeptPageProps = Keeping & Pick<Props, "loaded">;

function Settings({ loaded, settings, deletion, release }: KeptPageProps): ReactElement {
  return (
    <SettingsPage
      settings={useStore(settings)}
      onSettings={settings.change}
      deletionState={useStore(deletion)}
      deletion={deletion}
      gallery={loaded?.gallery}
      release={release}
    />
  );
}

function History({ loaded, settings, history }: KeptPageProps): ReactElement {
  return (
    <HistoryPage
      settings={useStore(settings)}
      onSettings={settings.change}
      historyState={useStore(history)}
      history={history}
      loaded={loaded}
    />
  );
}
