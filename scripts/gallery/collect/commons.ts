/** Files as Wikimedia Commons has them. */
import * as v from "valibot";

import { ok, type Result } from "../../../src/shared/result.ts";
import type { ApiFailure, MediaWikiApi, Parameters } from "./mediaWikiApi.ts";

export interface CommonsFile {
  /** After normalisation and redirects: "File:Ada Lovelace.jpg". */
  readonly title: string;
  readonly mime: string;
  /** Of the original, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the original, in bytes. */
  readonly size: number;
  /** Of the original, in hex. */
  readonly sha1: string;
  /** When this version was uploaded, ISO 8601. */
  readonly uploadedAt: string;
  readonly url: string;
  readonly descriptionUrl: string;
  /** Absent when not asked for. May be the original itself, where that is no larger. */
  readonly scaled?: { readonly url: string; readonly mime: string };
  /** By field name, HTML; numbers and flags as text. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What one request may name. Source: API:Imageinfo, for scaled images. */
const TITLES_A_REQUEST = 50;
/** Percent-encoded; keeps the whole address below the 8 kB that servers commonly take. */
const LONGEST_TITLES = 5_000;

/** Fields of the extended metadata that are read; the rest is large. */
const METADATA_FIELDS =
  "License|LicenseShortName|Artist|Attribution|Credit|NonFree|DeletionReason|Restrictions";

const HTTP_URL = v.pipe(v.string(), v.url(), v.regex(/^https?:/));
const IMAGE_INFO = v.object({
  timestamp: v.string(),
  url: HTTP_URL,
  descriptionurl: HTTP_URL,
  size: v.number(),
  width: v.number(),
  height: v.number(),
  mime: v.string(),
  sha1: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
  thumburl: v.optional(HTTP_URL),
  thumbmime: v.optional(v.string()),
  extmetadata: v.optional(
    v.union([
      v.record(v.string(), v.object({ value: v.unknown() })),
      v.pipe(
        v.strictTuple([]),
        v.transform((): Record<string, { value: unknown }> => ({})),
      ),
    ]),
    {},
  ),
});
/** What stands there instead when the file is gone or its version hidden. */
const NO_INFO = v.pipe(
  v.union([v.object({ filemissing: v.literal(true) }), v.object({ filehidden: v.literal(true) })]),
  v.transform(() => undefined),
);
const RENAMED = v.optional(v.array(v.object({ from: v.string(), to: v.string() })), []);
const IMAGE_PAGE = v.object({
  query: v.optional(
    v.object({
      normalized: RENAMED,
      redirects: RENAMED,
      pages: v.optional(
        v.array(
          v.object({
            title: v.string(),
            imageinfo: v.optional(v.array(v.union([NO_INFO, IMAGE_INFO]))),
          }),
        ),
        [],
      ),
    }),
  ),
});
const CATEGORY_PAGE = v.object({
  query: v.optional(
    v.object({ categorymembers: v.array(v.object({ ns: v.number(), title: v.string() })) }),
  ),
});

/** Namespace of files. */
const FILE_NAMESPACE = 6;

/**
 * Titles of the files directly in a category, a page at a time, in the order of
 * its sort keys. Subcategories are not entered.
 *
 * @param category without "Category:"
 */
export async function* categoryFiles(
  api: MediaWikiApi,
  category: string,
): AsyncGenerator<Result<readonly string[], ApiFailure>> {
  const parameters: Parameters = {
    action: "query",
    list: "categorymembers",
    cmtitle: `Category:${category}`,
    cmtype: "file",
    cmlimit: "500",
  };
  for await (const page of api.pages(parameters, CATEGORY_PAGE)) {
    if (!page.ok) {
      yield page;
      return;
    }
    const members = page.value.query?.categorymembers ?? [];
    yield ok(members.filter(({ ns }) => ns === FILE_NAMESPACE).map(({ title }) => title));
  }
}

/**
 * What is known of these files, by the title asked for. Titles without a file
 * are left out; a title that redirects has the file it leads to.
 *
 * @param titles at most what `titleBatches` puts together
 * @param widthPx of the scaled version; absent: the original only
 */
export async function fetchFiles(
  api: MediaWikiApi,
  titles: readonly string[],
  widthPx: number | undefined,
): Promise<Result<ReadonlyMap<string, CommonsFile>, ApiFailure>> {
  const parameters: Parameters = {
    action: "query",
    prop: "imageinfo",
    titles: titles.join("|"),
    redirects: "1",
    iiprop: "url|size|mime|thumbmime|sha1|timestamp|extmetadata",
    iiextmetadatafilter: METADATA_FIELDS,
    iiextmetadatalanguage: "en",
    ...(widthPx === undefined ? {} : { iiurlwidth: String(widthPx) }),
  };
  const leadsTo = new Map<string, string>();
  const files = new Map<string, CommonsFile>();
  for await (const page of api.pages(parameters, IMAGE_PAGE)) {
    if (!page.ok) return page;
    const { normalized = [], redirects = [], pages = [] } = page.value.query ?? {};
    for (const { from, to } of [...normalized, ...redirects]) leadsTo.set(from, to);
    for (const { title, imageinfo } of pages)
      if (imageinfo?.[0]) files.set(title, commonsFile(title, imageinfo[0]));
  }
  const found = titles.flatMap((title): [string, CommonsFile][] => {
    const normal = leadsTo.get(title) ?? title;
    const file = files.get(leadsTo.get(normal) ?? normal);
    return file ? [[title, file]] : [];
  });
  return ok(new Map(found));
}

/** Parts of the list that one request may name, in order. */
export function titleBatches(titles: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let length = Infinity;
  for (const title of titles) {
    const added = encodeURIComponent(`${title}|`).length;
    let batch = batches.at(-1);
    if (!batch || batch.length === TITLES_A_REQUEST || length + added > LONGEST_TITLES) {
      batches.push((batch = []));
      length = 0;
    }
    batch.push(title);
    length += added;
  }
  return batches;
}

function commonsFile(title: string, info: v.InferOutput<typeof IMAGE_INFO>): CommonsFile {
  const { mime, width, height, size, sha1, url, thumburl, thumbmime } = info;
  return {
    title,
    mime,
    width,
    height,
    size,
    sha1,
    url,
    uploadedAt: info.timestamp,
    descriptionUrl: info.descriptionurl,
    ...(thumburl === undefined ? {} : { scaled: { url: thumburl, mime: thumbmime ?? mime } }),
    metadata: Object.fromEntries(
      Object.entries(info.extmetadata).flatMap(([field, { value }]): [string, string][] =>
        typeof value === "string" || typeof value === "number" || typeof value === "boolean"
          ? [[field, String(value)]]
          : [],
      ),
    ),
  };
}
