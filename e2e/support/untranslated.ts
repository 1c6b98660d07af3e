import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** What is written in Latin letters in Russian too: our name, those of techniques, formats, libraries and licences, languages by themselves, and the digits of a build. */
const LATIN =
  /\b(Starlike|Star|like|EN|English|WebAssembly|WebGL|JPEG|PNG|WebP|HEIC|MIT|L?GPL|MPL|CC|BY|SA|(assets\/)?libheif|libde265|mediabunny|LFW|face-api|dlib|WIDER FACE|I{2,3}|GitHub|localhost:\d+|[0-9a-f]{8})\b|https?:\/\/\S+|[\w./-]+\.(md|com|org|edu)\S*/g;

/**
 * A page in Russian where a Latin word is left has a text that was never
 * translated, or one that no message file knows: another alphabet makes a
 * pseudo-locale of it.
 */
export async function expectAllRussian(page: Page, screen: string): Promise<void> {
  const texts = await page.evaluate(() => {
    const root = document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = [document.title];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest("script, style, noscript, [lang=en]"))
        found.push(walker.currentNode.textContent ?? "");
    }
    for (const name of ["aria-label", "aria-valuetext", "alt", "title", "placeholder"])
      for (const element of root.querySelectorAll(`[${name}]:not([lang=en])`))
        found.push(element.getAttribute(name) ?? "");
    return found;
  });
  const left = texts.filter((text) => /[a-z]{2,}/i.test(text.replace(LATIN, "")));
  expect([...new Set(left)], screen).toEqual([]);
}
