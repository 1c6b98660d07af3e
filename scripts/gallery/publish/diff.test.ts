import { describe, expect, it } from "vitest";

import { galleryDiff, type Edition, type EditionPerson } from "./diff.ts";

describe("galleryDiff", () => {
  it("says in words what the change is", () => {
    const last = edition({
      people: [person("ann", 10), person("ben", 9), person("cy", 20)],
      metrics: {
        identification: { top1: 0.966, logLoss: 0.1026 },
        calibration: { ece: 0.0094 },
        photos: { dropped: 2, moved: 0 },
      },
      files: { "portraits/ann.webp": "1", "portraits/cy.webp": "1" },
    });
    const next = edition({
      people: [person("ann", 10), person("cy", 12), person("dee", 8), person("eve", 8)],
      metrics: {
        identification: { top1: 0.98149, logLoss: 0.0801 },
        calibration: { ece: 0.0094 },
        photos: { dropped: 43, moved: 1 },
      },
      files: {
        "portraits/ann.webp": "1",
        "portraits/cy.webp": "2",
        "portraits/dee.webp": "2",
      },
    });
    expect(galleryDiff(readable(last), next).split("\n")).toEqual([
      "2 people added: DEE, EVE",
      "1 person left out: BEN",
      "41 photos dropped",
      "1 photo moved to another person",
      "photos 39 -> 38",
      "1 person who stayed has more or fewer photos",
      "1 portrait changed",
      "top-1 96.6 -> 98.1 %",
      "log loss 0.103 -> 0.080",
    ]);
  });

  it("does not take a figure that was never measured for a change from 0", () => {
    const last = edition({ metrics: { identificationUncurated: {} } });
    const next = edition({
      metrics: { identificationUncurated: { top1: 0.982 }, strangers: null },
    });
    expect(galleryDiff(readable(last), next)).toBe(
      "top-1 before curation 98.2 %, not measured before",
    );
    expect(galleryDiff(readable(next), last)).toBe("top-1 before curation 98.2 % -> not measured");
  });

  it("keeps silent about a figure that reads the same", () => {
    const metrics = (eer: number) => ({ verification: { eer } });
    const [last, next] = [0.02671, 0.02674].map((eer) =>
      edition({ metrics: metrics(eer), files: { "metrics.json": String(eer) } }),
    ) as [Edition, Edition];
    expect(galleryDiff(readable(last), next)).toBe(
      "The same people, photos and figures; other bytes in metrics.json",
    );
    expect(galleryDiff(readable(last), last)).toBe("Nothing changed: every file is the same");
  });

  it("names a renamed person, and photos that came back", () => {
    const last = edition({ people: [person("ann", 7)], metrics: { photos: { dropped: 3 } } });
    const next = edition({
      people: [{ ...person("ann", 8), name: "Anna" }],
      metrics: { photos: { dropped: 2 } },
    });
    expect(galleryDiff(readable(last), next).split("\n")).toEqual([
      "1 person renamed: ANN, now Anna",
      "1 photo no longer dropped",
      "photos 7 -> 8",
      "1 person who stayed has more or fewer photos",
    ]);
  });

  it("lists a dozen names and counts the rest", () => {
    const people = Array.from({ length: 14 }, (_, i) => person(`p${i}`, 1));
    const [first] = galleryDiff(readable(edition({ people: [] })), edition({ people })).split("\n");
    expect(first).toBe(
      "14 people added: P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11 and 2 more",
    );
  });

  it("describes the first gallery, and one whose forerunner cannot be read", () => {
    const next = edition({
      people: [person("ann", 1200)],
      metrics: { identification: { top1: 1 } },
    });
    expect(galleryDiff({ kind: "none" }, next)).toBe(
      "First gallery\n1 person, 1,200 photos\ntop-1 100.0 %",
    );
    expect(galleryDiff({ kind: "unreadable", cause: "no people" }, next)).toContain(
      "could not be read (no people)\n1 person",
    );
  });
});

function readable(edition: Edition) {
  return { kind: "readable", edition } as const;
}

interface EditionParts {
  readonly people?: readonly EditionPerson[];
  readonly metrics?: unknown;
  readonly files?: Readonly<Record<string, string>>;
}

function edition({ people = [], metrics = {}, files = {} }: EditionParts): Edition {
  return { people, metrics, files: new Map(Object.entries(files)) };
}

function person(id: string, photoCount: number): EditionPerson {
  return { id, name: id.toUpperCase(), photoCount };
}
