/** For tests: a collection into a folder of its own, from a wiki of its own. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  collectPhotos,
  type CollectOptions,
  type CollectReport,
  type PersonReport,
} from "./collectPhotos.ts";
import type { FakeContent, FakePerson } from "./fakeAnswers.ts";
import { startFakeWiki, type FakeWiki } from "./fakeWiki.ts";

export interface Bench {
  readonly dir: string;
  readonly wiki: FakeWiki;
  readonly collect: (
    names: readonly string[],
    change?: Partial<CollectOptions>,
  ) => Promise<CollectReport>;
  /** @throws when the person was not collected */
  readonly collectOne: (
    name: string,
    change?: Partial<CollectOptions>,
  ) => Promise<Extract<PersonReport, { readonly kind: "collected" }>>;
  /** Every file's content by its path in `dir`. */
  readonly contents: () => Promise<Readonly<Record<string, string>>>;
  readonly close: () => Promise<void>;
}

/** Starts with ADA_CONTENT. */
export async function openBench(): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), "collect-"));
  const wiki = await startFakeWiki(ADA_CONTENT);
  const collect: Bench["collect"] = (names, change = {}) =>
    collectPhotos({
      people: names.map((asked) => ({ asked })),
      outDir: dir,
      contact: "me@example.org",
      limit: 20,
      widthPx: 1280,
      language: "en",
      gapMs: 1000,
      retries: 3,
      timeoutMs: 10_000,
      seed: 1,
      wikidataApi: `${wiki.base}/wikidata`,
      commonsApi: `${wiki.base}/commons`,
      world: wiki.world,
      ...change,
    });
  return {
    dir,
    wiki,
    collect,
    collectOne: async (name, change) => {
      const [report] = (await collect([name], change)).people;
      if (report?.kind !== "collected") throw new Error(JSON.stringify(report));
      return report;
    },
    contents: () => contentsOf(dir),
    close: async () => {
      await wiki.close();
      await rm(dir, { recursive: true });
    },
  };
}

export const ADA: FakePerson = person("Q1", "Ada One", { P18: ["portrait.jpg"] });
/** Ada with four photos, Bob with one, and a film. */
export const ADA_CONTENT = {
  people: [
    ADA,
    {
      ...person("Q2", "Bob Two", {
        P373: ["Bob"],
        P18: [
          { value: "wrong.jpg", rank: "deprecated" },
          { value: undefined, rank: "normal" },
        ],
      }),
    },
    { id: "Q3", labels: { en: "The Film" }, claims: { P31: ["Q11424"] } },
  ],
  files: ["portrait.jpg", "a.jpg", "b.jpg", "c.jpg", "bob.jpg", "wrong.jpg"].map((name) => ({
    name,
  })),
  categories: { Ada: ["a.jpg", "portrait.jpg", "b.jpg", "c.jpg"], Bob: ["bob.jpg"] },
} satisfies FakeContent;

/** A human, a woman, an actor, with the category "Ada" unless `claims` say otherwise. */
export function person(id: string, name: string, claims: FakePerson["claims"] = {}): FakePerson {
  return {
    id,
    labels: { en: name, ru: "Ада" },
    claims: { P31: ["Q5"], P21: ["Q6581072"], P106: ["Q33999"], P373: ["Ada"], ...claims },
  };
}

/** The part of a photo's name that comes from its title. */
export function titlePart(name: string): string {
  return name.replace(/-[0-9a-f]{10}\.jpg$/, "");
}

async function contentsOf(dir: string): Promise<Readonly<Record<string, string>>> {
  const all: Record<string, string> = {};
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) all[path.slice(dir.length)] = await readFile(path, "latin1");
  }
  return all;
}
