/** How this browser lets the person install the app. */
export type InstallOffer = {
  /** The person does not want to hear of it again: remembered. */
  readonly decline: () => void;
} & (
  | {
      readonly kind: "prompt";
      /** The browser asks, once. */
      readonly accept: () => void;
    }
  /** iOS: the person has to find it in the share menu. */
  | { readonly kind: "shareMenu" }
);

/** https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface; Chromium alone has it. */
interface BeforeInstallPromptEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}

const KEY = "starlike.install";

/**
 * Watches whether the app can be installed. To be called while the page loads:
 * the browser says it once. After the person has declined, nothing is offered.
 *
 * @param onChange called with an offer, or with nothing when there is none any more
 */
export function watchInstallability(onChange: (offer: InstallOffer | undefined) => void): void {
  const withdraw = () => {
    onChange(undefined);
  };
  const decline = () => {
    rememberDeclined();
    withdraw();
  };
  window.addEventListener("beforeinstallprompt", (event) => {
    // The browser's own bar would come before the first answer.
    event.preventDefault();
    if (hasDeclined()) return;
    const accept = () => {
      withdraw();
      void (event as BeforeInstallPromptEvent).prompt();
    };
    onChange({ kind: "prompt", accept, decline });
  });
  window.addEventListener("appinstalled", withdraw);
  if (isIosTab() && !hasDeclined()) onChange({ kind: "shareMenu", decline });
}

/** Only iOS has the field; true there when opened from the home screen. */
function isIosTab(): boolean {
  return (navigator as { readonly standalone?: boolean }).standalone === false;
}

function hasDeclined(): boolean {
  try {
    return localStorage.getItem(KEY) === "declined";
  } catch {
    return false; // Blocked storage throws at the mere mention of it.
  }
}

function rememberDeclined(): void {
  try {
    localStorage.setItem(KEY, "declined");
  } catch {
    // Blocked or full: this page alone remembers.
  }
}
