import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { readNames, readSources } from "../people.ts";
import type { PersonReport } from "./collectPhotos.ts";
import { ADA, ADA_CONTENT, openBench, person, type Bench } from "./collectTesting.ts";
import { isAction } from "./fakeWiki.ts";
import { personText, summaryText } from "./reportText.ts";

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

it("writes the lists that the builder reads", async () => {
  await bench.collect(["Q1"]);
  expect(await readFile(join(bench.dir, "people.csv"), "utf8")).toBe(
    "folder,name,presents_as,field,region,source\nada-one,Ada One,woman,screen,,wikimedia-commons\n",
  );
  expect(await readNames(bench.dir, "ru")).toEqual(new Map([["ada-one", "Ада"]]));
  const listed = { ...LISTED, source: "wikimedia-commons" };
  expect((await readSources(bench.dir, [listed])).map(({ id }) => id)).toEqual([
    "wikimedia-commons",
  ]);
});

it("refuses an ambiguous name with its candidates and goes on", async () => {
  const twin = { ...person("Q7", "Ada One"), description: "a painter" };
  bench.wiki.content = { ...ADA_CONTENT, people: [...ADA_CONTENT.people, twin] };
  const { people } = await bench.collect(["ada one", "Bob Two"]);
  expect(people[0]).toMatchObject({
    kind: "failed",
    error: {
      kind: "ambiguous",
      candidates: [{ id: "Q1" }, { id: "Q7", description: "a painter" }],
    },
  });
  expect(personText(people[0]!)).toContain("Q7 Ada One, a painter");
  expect(people[1]).toMatchObject({ kind: "collected", id: "Q2" });
});

it.each([
  ["a name nobody has", "Nobody", { kind: "notFound" }],
  ["the beginning of a name", "Ada", { kind: "notFound" }],
  ["a deleted item", "Q404", { kind: "notFound" }],
  ["an id never given out", "Q99999", { kind: "notFound" }],
  ["a film", "Q3", { kind: "notHuman", id: "Q3" }],
  ["a name that only a film has", "The Film", { kind: "notFound" }],
])("does not find %s", async (_, asked, error) => {
  const { people } = await bench.collect([asked]);
  expect(people).toEqual([{ kind: "failed", asked, error }]);
  expect(existsSync(join(bench.dir, "people.csv"))).toBe(false);
});

it("keeps namesakes apart, in whatever order they come", async () => {
  const people = [person("Q1", "Ada One"), { ...person("Q7", "Ada One") }];
  bench.wiki.content = { ...ADA_CONTENT, people };
  expect(folders((await bench.collect(["Q1", "Q7"])).people)).toEqual(["ada-one", "ada-one-q7"]);
  expect(folders((await bench.collect(["Q7", "Q1", "Q7"])).people)).toEqual([
    "ada-one-q7",
    "ada-one",
    "namedTwice",
  ]);
});

it("believes the list before the file before Wikidata, and says what is open", async () => {
  const unclear = {
    ...person("Q1", "Ада"),
    claims: { ...ADA.claims, P106: ["Q33999", "Q177220"] },
  };
  bench.wiki.content = { ...ADA_CONTENT, people: [unclear] };
  const [open] = (await bench.collect(["Q1"])).people;
  expect(personText(open!)).toContain("open in people.csv: field (screen or music)");
  const path = join(bench.dir, "people.csv");
  expect(await readFile(path, "utf8")).toContain("q1,Ада,woman,,,wikimedia");

  await writeFile(path, (await readFile(path, "utf8")).replace("woman,,", "woman,sport,"));
  const people = [{ asked: "Q1", presentsAs: "man", region: "mars" }];
  const report = await bench.collect([], { people });
  expect(await readFile(path, "utf8")).toContain("q1,Ада,man,sport,mars,wikimedia");
  expect(summaryText(report)).toContain("people.csv is complete");
});

it("stops asking for a person when a search fails for good", async () => {
  bench.wiki.faults.push((asked, response) => {
    if (!isAction("wbsearchentities")(asked)) return false;
    response.end(JSON.stringify({ error: { code: "badlanguage", info: "no" } }));
    return true;
  });
  const { people } = await bench.collect(["Ada One", "Q2"]);
  expect(people[0]).toMatchObject({ kind: "failed", error: { kind: "apiError" } });
  expect(people[1]).toMatchObject({ kind: "collected" });
});

const LISTED = {
  id: "ada-one",
  name: "Ada One",
  presentsAs: "woman",
  field: "screen",
  region: undefined,
  photos: [],
};

function folders(people: readonly PersonReport[]): readonly string[] {
  return people.map((p) => (p.kind === "collected" ? p.folder : p.error.kind));
}
