// The first script of the page, small enough to be there with the style sheet: shows
// the first screen as the build has drawn it, in the person's language and theme, and
// remembers what is clicked until the page itself is there.
import { firstLanguage, rememberedLanguage, type Language } from "../i18n/language.ts";
import { browserSettingsStorage } from "../storage/settingsStorage.ts";
import { applyTheme } from "../ui/styles/applyTheme.ts";
import { themeIn } from "./themeIn.ts";
import { DRAWN, PAGE_READY, ROOT, templateId } from "./firstScreen.ts";

const language = firstLanguage(rememberedLanguage(), navigator.languages);
document.documentElement.lang = language;
applyTheme(themeIn(browserSettingsStorage().read()));
// Other addresses lead to pages that are not drawn.
if (/^#?\/?$/.test(location.hash)) showFirstScreen(language);

function showFirstScreen(shown: Language): void {
  const root = document.getElementById(ROOT);
  const template = document.getElementById(templateId(shown));
  if (root === null || !(template instanceof HTMLTemplateElement)) return;
  root.append(document.importNode(template.content, true));
  root.setAttribute(DRAWN, "");
  clickAgainWhenReady();
}

/** Links, the menu and the file dialog are the browser's own and work already; buttons need the page. */
function clickAgainWhenReady(): void {
  let clicked: HTMLElement | undefined;
  const remember = ({ target }: MouseEvent) => {
    const button = target instanceof Element && target.closest("button:not([popovertarget])");
    if (button instanceof HTMLElement) clicked = button;
  };
  document.addEventListener("click", remember);
  document.addEventListener(
    PAGE_READY,
    () => {
      document.removeEventListener("click", remember);
      clicked?.click();
    },
    { once: true },
  );
}
