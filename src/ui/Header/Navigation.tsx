import {
  CircleQuestionMark,
  Clock,
  Menu,
  Settings,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { useId, useRef, type ReactElement } from "react";
import { useTranslation } from "react-i18next";

import type { Page } from "../App/routes.ts";
import styles from "./Navigation.module.css";

const PLACES = [
  { page: "people", icon: UsersRound },
  { page: "how", icon: CircleQuestionMark },
  { page: "history", icon: Clock },
  { page: "settings", icon: Settings },
] as const satisfies readonly { readonly page: Page["page"]; readonly icon: LucideIcon }[];

/**
 * Links to the pages beside the answer: a row where there is room, behind a
 * menu button on a phone. The browser's own popover closes on Escape and on a
 * touch outside, and gives the focus back.
 */
export function Navigation({ page }: { readonly page: Page["page"] }): ReactElement {
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  const id = useId();
  return (
    <>
      <button type="button" className={styles.menu} popoverTarget={id} aria-label={t("app.menu")}>
        <Menu aria-hidden size={24} />
      </button>
      <nav ref={list} id={id} popover="auto" className={styles.list} aria-label={t("app.pages")}>
        {PLACES.map(({ page: place, icon: Icon }) => (
          <a
            key={place}
            className={styles.link}
            href={`#/${place}`}
            aria-current={place === page ? "page" : undefined}
            onClick={() => {
              closePopover(list.current);
            }}
          >
            <Icon aria-hidden size={20} className={styles.icon} />
            {t(`app.nav.${place}`)}
          </a>
        ))}
      </nav>
    </>
  );
}

/**
 * A wide page's row is no open popover, and closing it would be an error. Asked of the
 * browser: the page draws its header before React listens to what opens there.
 */
function closePopover(list: HTMLElement | null): void {
  const knowsPopovers = "popover" in HTMLElement.prototype;
  if (knowsPopovers && list?.matches(":popover-open")) list.hidePopover();
}
