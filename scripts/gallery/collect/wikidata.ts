/** People as Wikidata has them. */
import * as v from "valibot";

import { fail, ok, type Result } from "../../../src/shared/result.ts";
import type { ApiFailure, MediaWikiApi } from "./mediaWikiApi.ts";

export interface Item {
  /** After any redirect: "Q42". */
  readonly id: string;
  /** By language code; "mul" is the default for all languages. */
  readonly labels: Readonly<Record<string, string>>;
  readonly descriptions: Readonly<Record<string, string>>;
  readonly statements: Readonly<Record<string, readonly Statement[]>>;
}

interface Statement {
  readonly rank: "preferred" | "normal" | "deprecated";
  /** Absent for "unknown value" and "no value". */
  readonly value: unknown;
}

const HUMAN = "Q5";
/** What one request for items may name. Source: help of wbgetentities. */
const ITEMS_A_REQUEST = 50;

/** PHP writes an empty map as an empty list. */
function mapOf<const S extends v.GenericSchema>(value: S) {
  return v.optional(
    v.union([
      v.record(v.string(), value),
      v.pipe(
        v.strictTuple([]),
        v.transform(() => ({})),
      ),
    ]),
    {},
  );
}

const TERMS = mapOf(v.object({ value: v.string() }));
const STATEMENT = v.object({
  rank: v.picklist(["preferred", "normal", "deprecated"]),
  mainsnak: v.object({
    snaktype: v.string(),
    datavalue: v.optional(v.object({ value: v.unknown() })),
  }),
});
const ENTITIES = v.object({
  entities: v.record(
    v.string(),
    v.object({
      id: v.string(),
      missing: v.optional(v.unknown()),
      labels: TERMS,
      descriptions: TERMS,
      claims: mapOf(v.array(STATEMENT)),
    }),
  ),
});
const ITEM_VALUE = v.object({ id: v.pipe(v.string(), v.regex(/^Q\d+$/)) });
const SEARCH = v.object({
  search: v.array(
    v.object({
      id: v.string(),
      match: v.object({ type: v.string(), text: v.string() }),
    }),
  ),
  "search-continue": v.optional(v.number()),
});

/**
 * The items of these ids, in no certain order; those that do not exist are
 * left out, redirects are followed.
 */
export async function fetchItems(
  api: MediaWikiApi,
  ids: readonly string[],
): Promise<Result<readonly Item[], ApiFailure>> {
  const items: Item[] = [];
  for (let start = 0; start < ids.length; start += ITEMS_A_REQUEST) {
    const answer = await api.ask(
      {
        action: "wbgetentities",
        ids: ids.slice(start, start + ITEMS_A_REQUEST).join("|"),
        props: "labels|descriptions|claims",
        redirects: "yes",
      },
      ENTITIES,
    );
    if (!answer.ok) {
      const { error } = answer;
      // Said of ids that were never given out; deleted ones are only "missing".
      if (ids.length === 1 && error.kind === "apiError" && error.code === "no-such-entity")
        return ok([]);
      return answer;
    }
    for (const entity of Object.values(answer.value.entities))
      if (entity.missing === undefined)
        items.push({
          id: entity.id,
          labels: values(entity.labels),
          descriptions: values(entity.descriptions),
          statements: statementsOf(entity.claims),
        });
  }
  return ok(items);
}

/**
 * Ids of the items whose label or alias is exactly this name, case aside.
 *
 * The search finds beginnings, too, and ranks exact names first; it is asked
 * on until a page of 50 has none.
 */
export async function searchByName(
  api: MediaWikiApi,
  name: string,
  language: string,
): Promise<Result<readonly string[], ApiFailure>> {
  const wanted = folded(name);
  const found = new Set<string>();
  let offset = 0;
  for (;;) {
    const answer = await api.ask(
      {
        action: "wbsearchentities",
        search: name,
        language,
        uselang: language,
        type: "item",
        limit: "50",
        continue: String(offset),
      },
      SEARCH,
    );
    if (!answer.ok) return answer;
    const exact = answer.value.search.filter(({ match }) => folded(match.text) === wanted);
    for (const { id } of exact) found.add(id);
    const next = answer.value["search-continue"];
    if (next === undefined || exact.length === 0) return ok([...found]);
    if (next <= offset)
      return fail({ kind: "malformedAnswer", url: "wbsearchentities", why: "continues in place" });
    offset = next;
  }
}

export function isHuman(item: Item): boolean {
  return itemValues(item, "P31").includes(HUMAN);
}

/** Texts of a property's statements, deprecated ones left out, preferred ones first. */
export function textValues(item: Item, property: string): readonly string[] {
  return ranked(item, property).flatMap(({ value }) => (v.is(v.string(), value) ? [value] : []));
}

/** Ids of the items that a property's statements name, in the same order. */
export function itemValues(item: Item, property: string): readonly string[] {
  return ranked(item, property).flatMap(({ value }) => (v.is(ITEM_VALUE, value) ? [value.id] : []));
}

/** The item ids of the highest rank only: what Wikidata itself would answer. */
export function bestItemValues(item: Item, property: string): readonly string[] {
  const statements = ranked(item, property);
  const best = statements.filter(({ rank }) => rank === statements[0]?.rank);
  return itemValues({ ...item, statements: { [property]: best } }, property);
}

function ranked({ statements }: Item, property: string): readonly Statement[] {
  const all = statements[property] ?? [];
  return (["preferred", "normal"] as const).flatMap((rank) => all.filter((s) => s.rank === rank));
}

function statementsOf(
  claims: Readonly<Record<string, readonly v.InferOutput<typeof STATEMENT>[]>>,
): Item["statements"] {
  return Object.fromEntries(
    Object.entries(claims).map(([property, statements]) => [
      property,
      statements.map(({ rank, mainsnak }) => ({ rank, value: mainsnak.datavalue?.value })),
    ]),
  );
}

function values(terms: Readonly<Record<string, { readonly value: string }>>) {
  return Object.fromEntries(
    Object.entries(terms).map(([language, term]) => [language, term.value]),
  );
}

function folded(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
