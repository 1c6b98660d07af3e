import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";

import type { GalleryMetrics } from "./galleryMetrics.ts";
import { figuresPage, type FigureData } from "./figuresPage.ts";
import { exampleFigureData, exampleMetrics, exampleNames } from "./figuresTesting.ts";

const METRICS = exampleMetrics();
/** Everything that needs more than the photos of the gallery's own people. */
const WITHOUT_EXTRAS: GalleryMetrics = {
  ...METRICS,
  strangers: null,
  robustness: null,
  original: null,
  originalGrouped: null,
};

describe("figuresPage", () => {
  it("draws every figure, each with a title, a caption and a name for screen readers", async () => {
    const figures = [...(await rendered()).querySelectorAll("figure")];
    expect(figures).toHaveLength(12);
    for (const figure of figures) {
      const title = figure.querySelector("h2")!.textContent;
      expect(figure.querySelector("svg[role=img]")?.getAttribute("aria-label")).toBe(title);
      expect(figure.querySelector("figcaption")!.textContent.length).toBeGreaterThan(60);
    }
    expect(new Set(figures.map(({ id }) => id)).size).toBe(12);
  });

  it("puts a share where the axis says, in per cents", async () => {
    const figure = (await rendered()).getElementById("reliability")!;
    const dots = [...figure.querySelectorAll("[aria-label=dot] circle")];
    const drawn = dots.map((dot) => Number(dot.getAttribute("cx"))).toSorted((a, b) => a - b);
    // 344 px less the margins of 48 and 20 are 100 %; every bin is above the last.
    const expected = METRICS.calibration.reliability.map((bin) => 48 + bin.confidence * 276);
    expect(drawn).toHaveLength(expected.length);
    for (const [i, x] of expected.entries()) expect(drawn[i]).toBeCloseTo(x, 1);
    expect(figure.textContent).toContain("Largest share (%)");
    expect(figure.textContent).toContain("Named rightly (%)");
  });

  it("draws a dot and an interval for each group, and a heading for each kind", async () => {
    const figure = (await rendered()).getElementById("groups")!;
    const { presentsAs, field, region } = METRICS.groups;
    const count = presentsAs.length + field.length + region.length;
    expect(figure.querySelectorAll("[aria-label=dot] circle")).toHaveLength(count);
    expect(figure.querySelectorAll("[aria-label=rule] line")).toHaveLength(count);
    for (const heading of ["PRESENTS AS", "FIELD", "REGION"])
      expect(figure.textContent).toContain(heading);
  });

  it("says which figures it has no data for, and draws the rest", async () => {
    const page = await rendered({ metrics: WITHOUT_EXTRAS, data: {} });
    const missing = [...page.querySelectorAll("figure:not(:has(svg))")].map(({ id }) => id);
    expect(missing).toEqual(["distances", "hubs", "robustness", "correlations"]);
    expect(page.body.textContent).not.toContain("The original's four figures");
  });

  it("draws a gallery in which nobody is mistaken and of whom nothing is known", async () => {
    const perPerson = METRICS.perPerson.map((person) => ({ ...person, top1: 1 }));
    const groups = { presentsAs: [], field: [], region: [] };
    const metrics = { ...METRICS, perPerson, groups, confusions: [] };
    const page = await rendered({ metrics });
    const missing = [...page.querySelectorAll("figure:not(:has(svg))")].map(({ id }) => id);
    expect(missing).toEqual(["groups", "confusions", "people"]);
    expect(page.body.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("needs nothing beside it, and neither runs nor hides anything", async () => {
    const html = await htmlOf();
    expect(html).not.toMatch(/<script|<link|<iframe|@import/);
    expect([...html.matchAll(/(?:src|href)="(?!data:)[^"]*"/g)].map(([text]) => text)).toEqual([]);
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("gives the same bytes each time", async () => {
    expect(await htmlOf()).toBe(await htmlOf());
  });

  it("shows a name as text, whatever is in it", async () => {
    const [first] = METRICS.perPerson;
    const name = `<b>Bobby & "Tables"</b>`;
    const page = await rendered({ names: new Map([[first!.group, name]]) });
    expect(page.querySelector("b")).toBeNull();
    expect(page.querySelector("details th[scope=row]")!.textContent).toBe(name);
  });
});

interface Change {
  readonly metrics?: GalleryMetrics;
  readonly data?: FigureData;
  readonly names?: ReadonlyMap<string, string>;
}

function htmlOf({ metrics = METRICS, data, names }: Change = {}): Promise<string> {
  return figuresPage({
    title: "Test people",
    metrics,
    data: data ?? exampleFigureData(),
    names: names ?? exampleNames(metrics),
  });
}

async function rendered(change?: Change): Promise<Document> {
  return new JSDOM(await htmlOf(change)).window.document;
}
