/** From what the list says to the one person meant, or the reason why not. */
import { fail, ok, type Result } from "../../../src/shared/result.ts";
import type { ApiFailure, MediaWikiApi } from "./mediaWikiApi.ts";
import { fetchItems, isHuman, searchByName, type Item } from "./wikidata.ts";

export type ResolveError =
  | ApiFailure
  | { readonly kind: "notFound" }
  | { readonly kind: "notHuman"; readonly id: string }
  | { readonly kind: "ambiguous"; readonly candidates: readonly PersonCandidate[] };

export interface PersonCandidate {
  readonly id: string;
  readonly label: string;
  /** Empty where Wikidata has none. */
  readonly description: string;
}

/**
 * Finds a person by Q-id, or by a name that exactly one human has as label or
 * alias in that language. Two of them are never chosen between.
 */
export async function resolvePerson(
  api: MediaWikiApi,
  asked: string,
  language: string,
): Promise<Result<Item, ResolveError>> {
  const isId = /^Q[1-9]\d*$/.test(asked);
  const ids = isId ? ok([asked]) : await searchByName(api, asked, language);
  if (!ids.ok) return ids;
  const items = await fetchItems(api, ids.value);
  if (!items.ok) return items;

  const humans = items.value.filter(isHuman);
  const [person, second] = humans;
  if (person === undefined) {
    const [other] = items.value;
    return fail(isId && other ? { kind: "notHuman", id: other.id } : { kind: "notFound" });
  }
  if (second === undefined) return ok(person);
  return fail({
    kind: "ambiguous",
    candidates: humans.map((human) => ({
      id: human.id,
      label: labelOf(human, language) ?? human.id,
      description: human.descriptions[language] ?? "",
    })),
  });
}

/** The label in that language, else the one for all languages. */
export function labelOf({ labels }: Item, language: string): string | undefined {
  return labels[language] ?? labels["mul"];
}
