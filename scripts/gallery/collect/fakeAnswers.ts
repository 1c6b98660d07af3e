/** For tests: what the two APIs answer, as far as the collector asks. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

export interface FakePerson {
  readonly id: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
  readonly description?: string;
  /** Values by property; Q-ids become items, other texts strings. */
  readonly claims: Readonly<Record<string, readonly (string | FakeStatement)[]>>;
}

export interface FakeStatement {
  readonly value: string | undefined;
  readonly rank: "preferred" | "normal" | "deprecated";
}

export interface FakeFile {
  /** Without "File:". */
  readonly name: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly mime?: string;
  readonly width?: number;
  /** What the API states; the true one unless a test lies. */
  readonly sha1?: string;
}

export interface FakeContent {
  readonly people?: readonly FakePerson[];
  readonly files?: readonly FakeFile[];
  /** Names of files by category. */
  readonly categories?: Readonly<Record<string, readonly string[]>>;
  /** From title to title. */
  readonly redirects?: Readonly<Record<string, string>>;
  /** From id to id. */
  readonly itemRedirects?: Readonly<Record<string, string>>;
  /** Members, or files with their information, in one answer. */
  readonly pageSize?: number;
}

export const FREE = { License: "cc-by-sa-4.0", Artist: '<a href="//x">A. Author</a>' };

/** A JPEG as far as its first and last bytes go. */
export function photoOf(name: string, scaled: boolean): Buffer {
  const text = Buffer.from(`${scaled ? "scaled" : "original"} ${name}`);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), text, Buffer.from([0xff, 0xd9])]);
}

/** Answers as the wiki would that has this content. */
export function fakeAnswer(content: FakeContent, url: URL, response: ServerResponse): void {
  const [, kind, name = ""] = url.pathname.split("/");
  if (kind === "original" || kind === "scaled") {
    response.setHeader("content-type", "image/jpeg");
    response.end(photoOf(decodeURIComponent(name), kind === "scaled"));
    return;
  }
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(apiAnswer(content, url)));
}

function apiAnswer(content: FakeContent, { searchParams, origin }: URL): unknown {
  const get = (parameter: string) => searchParams.get(parameter) ?? "";
  if (get("action") === "wbsearchentities")
    return search(content, get("search"), Number(get("continue")));
  if (get("action") === "wbgetentities") return entities(content, get("ids").split("|"));
  if (get("list") === "categorymembers")
    return members(content, get("cmtitle"), Number(get("cmcontinue")));
  const titles = get("titles").split("|");
  return imageInfo(content, titles, Number(get("iistart")), (file) =>
    info(origin, file, get("iiurlwidth")),
  );
}

function search({ people = [], pageSize = 50 }: FakeContent, name: string, from: number) {
  const beginning = name.toLowerCase();
  const hits = people.flatMap(({ id, labels, aliases = [] }) => {
    const names = [labels["en"] ?? "", ...aliases];
    const text = names.find((one) => one.toLowerCase().startsWith(beginning));
    return text === undefined ? [] : [{ id, match: { type: "label", language: "en", text } }];
  });
  const next = from + pageSize;
  const more = next < hits.length ? { "search-continue": next } : {};
  return { search: hits.slice(from, next), ...more, success: 1 };
}

function entities({ people = [], itemRedirects = {} }: FakeContent, ids: readonly string[]) {
  const unknown = ids.find((id) => id.startsWith("Q999"));
  if (unknown)
    return { error: { code: "no-such-entity", info: `Could not find ${unknown}`, id: unknown } };
  const found = ids.map((id) => {
    const person = people.find((one) => one.id === (itemRedirects[id] ?? id));
    return [id, person ? entity(person) : { id, missing: "" }];
  });
  return { entities: Object.fromEntries(found) as unknown, success: 1 };
}

function entity({ id, labels, description, claims }: FakePerson) {
  const terms = Object.entries(labels).map(([language, value]) => [language, { language, value }]);
  return {
    type: "item",
    id,
    labels: terms.length === 0 ? [] : (Object.fromEntries(terms) as unknown),
    descriptions: description === undefined ? [] : { en: { language: "en", value: description } },
    claims: Object.fromEntries(
      Object.entries(claims).map(([property, values]) => [property, values.map(statement)]),
    ),
  };
}

function statement(one: string | FakeStatement) {
  const { value, rank } = typeof one === "string" ? ({ value: one, rank: "normal" } as const) : one;
  if (value === undefined) return { mainsnak: { snaktype: "somevalue" }, rank };
  const isItem = /^Q\d+$/.test(value);
  const datavalue = isItem ? { value: { id: value }, type: "wikibase-entityid" } : { value };
  return { mainsnak: { snaktype: "value", datavalue }, rank };
}

function members({ categories = {}, pageSize = 500 }: FakeContent, title: string, from: number) {
  const names = categories[title.replace("Category:", "")] ?? [];
  const next = from + pageSize;
  return {
    ...(next < names.length ? { continue: { cmcontinue: String(next), continue: "-||" } } : {}),
    query: {
      categorymembers: names
        .slice(from, next)
        .map((name) => ({ pageid: 1, ns: 6, title: `File:${name}` })),
    },
  };
}

function imageInfo(
  { files = [], redirects = {}, pageSize = 50 }: FakeContent,
  titles: readonly string[],
  from: number,
  infoOf: (file: FakeFile) => unknown,
) {
  const normalized = titles
    .map((title) => ({ fromencoded: false, from: title, to: title.replaceAll("_", " ") }))
    .filter((one) => one.from !== one.to);
  const normal = titles.map((title) => title.replaceAll("_", " "));
  const led = normal.map((title) => redirects[title] ?? title);
  const next = from + pageSize;
  return {
    ...(next < led.length ? { continue: { iistart: String(next), continue: "||" } } : {}),
    query: {
      ...(normalized.length > 0 ? { normalized } : {}),
      redirects: normal.flatMap((one) =>
        redirects[one] ? [{ from: one, to: redirects[one] }] : [],
      ),
      pages: led.map((title, i) => {
        const file = files.find(({ name }) => `File:${name}` === title);
        if (!file) return { ns: 6, title, missing: true };
        const isInAnswer = i >= from && i < next;
        return {
          ns: 6,
          title,
          ...(isInAnswer ? { imageinfo: [infoOf(file)] } : {}),
        };
      }),
    },
  };
}

function info(base: string, file: FakeFile, wanted: string) {
  const { name, mime = "image/jpeg", metadata = FREE, width = 4000 } = file;
  const original = photoOf(name, false);
  const url = `${base}/original/${encodeURIComponent(name)}`;
  const isScaled = wanted !== "" && Number(wanted) < width;
  return {
    timestamp: "2020-02-02T02:02:02Z",
    url,
    descriptionurl: `${base}/wiki/File:${encodeURIComponent(name)}`,
    size: original.length,
    width,
    height: 3000,
    mime,
    sha1: file.sha1 ?? createHash("sha1").update(original).digest("hex"),
    ...(wanted === ""
      ? {}
      : {
          thumburl: isScaled ? `${base}/scaled/${encodeURIComponent(name)}` : url,
          thumbmime: mime === "image/tiff" ? "image/jpeg" : mime,
        }),
    extmetadata: Object.fromEntries(
      Object.entries(metadata).map(([field, value]) => [
        field,
        { value, source: "commons-desc-page" },
      ]),
    ),
  };
}
