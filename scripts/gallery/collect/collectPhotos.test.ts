import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

import { ADA_CONTENT, openBench, person, titlePart, type Bench } from "./collectTesting.ts";
import { FREE, photoOf } from "./fakeAnswers.ts";
import { firstTimes, isDownload } from "./fakeWiki.ts";
import { summaryText } from "./reportText.ts";

let bench: Bench;

beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

it("takes the item's images first, then the category, up to the limit", async () => {
  const ada = await bench.collectOne("Q1", { limit: 3 });
  expect(ada.collection.photos.map(titlePart)).toEqual(["portrait", "a", "b"]);
  expect(ada.collection).toMatchObject({ fetched: 3, broken: [], stoppedBy: undefined });
  const names = await readdir(join(bench.dir, "ada-one"));
  expect(names.toSorted()).toEqual(
    ada.collection.photos.flatMap((name) => [name, `${name}.json`]).toSorted(),
  );
});

it("keeps author, licence, page, address and sum beside each photo", async () => {
  const ada = await bench.collectOne("Q1", { limit: 1 });
  const [photo] = ada.collection.photos;
  const path = join(bench.dir, "ada-one", photo!);
  expect(await readFile(path)).toEqual(photoOf("portrait.jpg", true));
  expect(JSON.parse(await readFile(`${path}.json`, "utf8"))).toMatchObject({
    person: "Q1",
    title: "File:portrait.jpg",
    author: "A. Author",
    licence: "CC BY-SA 4.0",
    licenceUrl: "https://creativecommons.org/licenses/by-sa/4.0/",
    sourcePage: `${bench.wiki.base}/wiki/File:portrait.jpg`,
    fileUrl: `${bench.wiki.base}/original/portrait.jpg`,
    fetchedUrl: `${bench.wiki.base}/scaled/portrait.jpg`,
    uploadedAt: "2020-02-02T02:02:02Z",
    scaledToPx: 1280,
  });
});

it("names itself, asks with maxlag, never twice at once, and keeps the gap", async () => {
  await bench.collect(["Q1", "Bob Two"], { gapMs: 700 });
  expect(bench.wiki.asked.length).toBeGreaterThan(8);
  for (const [i, { url, userAgent, at, openRequests }] of bench.wiki.asked.entries()) {
    expect(userAgent).toContain("(me@example.org)");
    if (!isDownload(bench.wiki.asked[i]!)) expect(url.searchParams.get("maxlag")).toBe("5");
    expect(openRequests).toBe(1);
    if (i > 0) expect(at - bench.wiki.asked[i - 1]!.at).toBeGreaterThanOrEqual(700);
  }
});

it("pages through names, categories and file information", async () => {
  bench.wiki.content = { ...ADA_CONTENT, pageSize: 1 };
  const ada = await bench.collectOne("Ada One");
  expect(ada.collection.photos.map(titlePart)).toEqual(["portrait", "a", "b", "c"]);
});

it("follows redirects of items and files and takes no file twice", async () => {
  bench.wiki.content = {
    ...ADA_CONTENT,
    itemRedirects: { Q11: "Q1" },
    redirects: { "File:old name.jpg": "File:portrait.jpg" },
    categories: { Ada: ["old_name.jpg", "portrait.jpg", "a.jpg"] },
  };
  const ada = await bench.collectOne("Q11");
  expect(ada.id).toBe("Q1");
  expect(ada.collection.photos.map(titlePart)).toEqual(["portrait", "a"]);
  expect([...ada.collection.refused]).toEqual([]);
});

it("counts what it refuses by reason", async () => {
  const files = [
    { name: "nc.jpg", metadata: { ...FREE, License: "cc-by-nc-4.0" } },
    { name: "gfdl.jpg", metadata: { LicenseShortName: "GFDL", Artist: "A" } },
    { name: "none.jpg", metadata: {} },
    { name: "film.webm", mime: "video/webm" },
    { name: "unfree.jpg", metadata: { ...FREE, NonFree: "1" } },
    { name: "doomed.jpg", metadata: { ...FREE, DeletionReason: "copyright" } },
    { name: "nobody.jpg", metadata: { License: "cc-by-4.0", Artist: "<b></b>" } },
    { name: "old.jpg", metadata: { License: "pd" } },
  ];
  const names = [...files.map(({ name }) => name), "gone.jpg"];
  bench.wiki.content = { people: [person("Q1", "Ada One")], files, categories: { Ada: names } };
  const { collection } = await bench.collectOne("Q1");
  expect(collection.photos.map(titlePart)).toEqual(["old"]);
  expect(Object.fromEntries(collection.refused)).toEqual({
    "otherLicence: cc-by-nc-4.0": 1,
    "otherLicence: GFDL": 1,
    noLicence: 1,
    notAPhoto: 1,
    markedNonFree: 1,
    deletionProposed: 1,
    noAuthor: 1,
    missing: 1,
  });
});

it("refuses an original whose SHA-1 is wrong and takes the next file", async () => {
  bench.wiki.content = {
    ...ADA_CONTENT,
    files: [{ name: "portrait.jpg", sha1: "0".repeat(40) }, { name: "a.jpg" }],
  };
  const { collection } = await bench.collectOne("Q1", { widthPx: undefined, retries: 1 });
  expect(collection.broken).toEqual(["File:portrait.jpg: the SHA-1 differs"]);
  expect(collection.photos.map(titlePart)).toEqual(["a"]);
  expect(
    bench.wiki.asked.filter(({ url }) => url.pathname === "/original/portrait.jpg"),
  ).toHaveLength(2);
  expect(await readFile(join(bench.dir, "ada-one", collection.photos[0]!))).toEqual(
    photoOf("a.jpg", false),
  );
});

it("checks the sum of a photo that is no larger than the width asked for, too", async () => {
  bench.wiki.content = {
    ...ADA_CONTENT,
    files: [{ name: "portrait.jpg", width: 300, sha1: "0".repeat(40) }],
  };
  const { collection } = await bench.collectOne("Q1", { retries: 0 });
  expect(collection.broken).toEqual(["File:portrait.jpg: the SHA-1 differs"]);
});

it("names the content, not the title: a scaled TIFF is a JPEG", async () => {
  bench.wiki.content = { ...ADA_CONTENT, files: [{ name: "portrait.jpg", mime: "image/tiff" }] };
  const { collection } = await bench.collectOne("Q1", { limit: 1 });
  expect(collection.photos[0]).toMatch(/\.jpg$/);
});

it("drops a file that answers 404, and reports the person where the server gives way", async () => {
  bench.wiki.faults.push(
    firstTimes(1, isDownload, (response) => {
      response.writeHead(404).end();
    }),
    ({ url }, response) => {
      if (!url.pathname.startsWith("/scaled/b.jpg")) return false;
      response.writeHead(503).end();
      return true;
    },
  );
  const { people } = await bench.collect(["Q1", "Q2"], { retries: 2 });
  expect(people[0]).toMatchObject({
    kind: "collected",
    collection: {
      broken: ["File:portrait.jpg: status 404"],
      photos: [expect.stringContaining("a-")],
      stoppedBy: { kind: "serverBusy" },
    },
  });
  expect(people[1]).toMatchObject({ collection: { stoppedBy: undefined } });
  expect(summaryText({ people })).toContain("1 of 2 failed");
});

it("refuses a run without a contact", async () => {
  await expect(bench.collect(["Q1"], { contact: "me" })).rejects.toThrow("e-mail or web address");
  expect(bench.wiki.asked).toEqual([]);
});
