/** Markup out of texts nobody vouches for. */

/** Markup that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // A parser makes a line feed of it, and a file's name would be another.
  "\r": "&#13;",
};

/**
 * A template whose texts and numbers are escaped, whatever they hold; attributes
 * must stand in quotes. Never for the inside of `<script>` or `<style>`.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const rest = parts.map((part, i) => `${markupOf(part)}${strings[i + 1]!}`);
  return { html: strings[0]! + rest.join("") };
}

/**
 * The project's own script or style, to stand in the page as it is.
 *
 * @throws when it would end its element, or open a comment that hides the end
 */
export function inlined(element: "script" | "style", code: string): Html {
  if (/<\/(script|style)|<!--/i.test(code)) throw new Error(`The ${element} would end early.`);
  return { html: `<${element}>${code}</${element}>` };
}

function markupOf(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return part.replaceAll(/[&<>"'\r]/g, (sign) => ENTITIES[sign]!);
  return "html" in part ? part.html : part.map(markupOf).join("");
}
