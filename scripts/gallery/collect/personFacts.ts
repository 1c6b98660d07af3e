/** How a person is listed: what Wikidata says, where it fits the gallery's few words. */
import { FIELDS, type Field, type PresentsAs } from "../../../src/gallery/gallery.ts";
import { bestItemValues, type Item } from "./wikidata.ts";

/** Absent where Wikidata does not say it plainly: open, until somebody fills it in. */
export interface PersonFacts {
  readonly presentsAs: PresentsAs | undefined;
  readonly field: Field | undefined;
  /** Fields that the occupations point to; more than one where they disagree. */
  readonly possibleFields: readonly Field[];
}

/** Values of "sex or gender" (P21) that the gallery has a word for; it has two. */
const PRESENTS_AS: ReadonlyMap<string, PresentsAs> = new Map([
  ["Q6581072", "woman"],
  ["Q1052281", "woman"],
  ["Q6581097", "man"],
  ["Q2449503", "man"],
]);

/** Values of "occupation" (P106) that belong to one of the gallery's fields and to no other. */
const OCCUPATIONS: Readonly<Record<Field, readonly string[]>> = {
  // Actors in general, on film, on television, on stage, of voices; directors and producers of films.
  screen: ["Q33999", "Q10800557", "Q10798782", "Q2259451", "Q2405480", "Q2526255", "Q3282637"],
  // Singers, singer-songwriters, songwriters, rappers, musicians, composers, disc jockeys, guitarists, pianists.
  music: [
    "Q177220",
    "Q488205",
    "Q753110",
    "Q2252262",
    "Q639669",
    "Q36834",
    "Q130857",
    "Q855091",
    "Q486748",
  ],
  // Sportspeople in general; then football, basketball, tennis, ice hockey, boxing, swimming, athletics,
  // American football, baseball, golf, cycling, gymnastics, figure skating, volleyball, racing, Formula One.
  sport: [
    "Q2066131",
    "Q937857",
    "Q3665646",
    "Q10833314",
    "Q11774891",
    "Q11338576",
    "Q10843402",
    "Q11513337",
    "Q19204627",
    "Q10871364",
    "Q11303721",
    "Q2309784",
    "Q13381572",
    "Q13219587",
    "Q15117302",
    "Q378622",
    "Q10841764",
  ],
  // Politicians, diplomats, statespeople, monarchs.
  "public life": ["Q82955", "Q193391", "Q372436", "Q116"],
  // Television presenters.
  television: ["Q947873"],
};

/**
 * Takes statements of the highest rank only. A gender beyond the list, several
 * of them, or occupations of several fields leave the fact open; occupations
 * that are on no list count for nothing.
 */
export function personFacts(item: Item): PersonFacts {
  const genders = new Set(bestItemValues(item, "P21").map((id) => PRESENTS_AS.get(id)));
  const occupations = new Set(bestItemValues(item, "P106"));
  const possibleFields = FIELDS.filter((field) =>
    OCCUPATIONS[field].some((id) => occupations.has(id)),
  );
  return {
    presentsAs: onlyOne([...genders]),
    field: onlyOne(possibleFields),
    possibleFields,
  };
}

function onlyOne<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
