/** What the build, the early script and the page itself agree on about the first screen. */
import type { Language } from "../i18n/language.ts";

/** The element that the page lives in. */
export const ROOT = "root";

/** Attribute of the root while it holds the drawn screen, which is not alive yet. */
export const DRAWN = "data-drawn";

/** Fired on the document once the page is alive. */
export const PAGE_READY = "starlike:ready";

/** Of the template element that holds the first screen in a language. */
export function templateId(language: Language): string {
  return `first-screen-${language}`;
}
