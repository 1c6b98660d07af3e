import type { Theme } from "../../app/settings.ts";

/**
 * Puts a theme on the page: tokens.css follows `data-theme`, and the browser's
 * own bars follow the `theme-color` whose scheme it is. Cheap; call it before
 * the first render, so that the page does not turn from one to the other.
 */
export function applyTheme(theme: Theme, page: Document = document): void {
  const { dataset } = page.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  for (const meta of page.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = (meta.dataset["scheme"] ??= schemeOf(meta));
    meta.setAttribute("media", mediaFor(scheme, theme));
  }
}

/** Of one that index.html has, before anything changed it. */
function schemeOf(meta: HTMLMetaElement): "light" | "dark" {
  return meta.getAttribute("media")?.includes("light") ? "light" : "dark";
}

function mediaFor(scheme: string, theme: Theme): string {
  if (theme === "system") return `(prefers-color-scheme: ${scheme})`;
  return theme === scheme ? "all" : "not all";
}
