import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ListedPerson } from "../scan.ts";
import { applyCuration, staleRowText } from "./applyCuration.ts";
import type { CurationRow, Decision } from "./curationFile.ts";

describe("applyCuration", () => {
  it("drops, moves and vouches", () => {
    const { people, vouched, dropped, moved, stale } = applyCuration(
      [person("a", ["1.jpg", "2.jpg", "3.jpg"]), person("b", ["1.jpg", "4.jpg"])],
      [row("a", "1.jpg", drop), row("a", "2.jpg", moveTo("b")), row("b", "4.jpg", keep)],
    );
    expect(namesOf(people)).toEqual([["a/3.jpg"], ["a/2.jpg", "b/1.jpg", "b/4.jpg"]]);
    expect(vouched).toEqual(new Set(["a/2.jpg", "b/4.jpg"]));
    expect(dropped.map(({ name }) => name)).toEqual(["a/1.jpg"]);
    expect(moved).toMatchObject([{ photo: { name: "a/2.jpg" }, from: "a", to: "b" }]);
    expect(stale).toEqual([]);
  });

  it("swaps two photos of two people", () => {
    const { people } = applyCuration(
      [person("a", ["1.jpg"]), person("b", ["1.jpg"])],
      [row("a", "1.jpg", moveTo("b")), row("b", "1.jpg", moveTo("a"))],
    );
    expect(namesOf(people)).toEqual([["b/1.jpg"], ["a/1.jpg"]]);
  });

  it("reports rows that fit nothing, and goes on", () => {
    const before = [person("a", ["1.jpg"])];
    const { people, stale } = applyCuration(before, [
      row("z", "1.jpg", drop),
      row("a", "9.jpg", keep),
    ]);
    expect(people).toEqual(before);
    expect(stale.map(({ kind }) => kind)).toEqual(["unknownFolder", "unknownFile"]);
    expect(stale.map(staleRowText).join()).toContain("a/9.jpg");
  });

  it("knows a folder by its name where that is no id", () => {
    const ivan = { ...person("Иван Петров", ["1.jpg", "2.jpg"]), id: "ivan-petrov" };
    const { people, moved } = applyCuration(
      [person("a", ["3.jpg"]), ivan],
      [row("a", "3.jpg", moveTo("Иван Петров")), row("Иван Петров", "1.jpg", moveTo("a"))],
    );
    expect(namesOf(people)).toEqual([["Иван Петров/1.jpg"], ["a/3.jpg", "Иван Петров/2.jpg"]]);
    expect(moved).toMatchObject([{ to: "ivan-petrov" }, { from: "ivan-petrov", to: "a" }]);
  });

  it("drops a photo that belongs to somebody who is not there", () => {
    const { people, dropped, moved, vouched, stale } = applyCuration(
      [person("a", ["1.jpg"])],
      [row("a", "1.jpg", moveTo("z"))],
    );
    expect(namesOf(people)).toEqual([[]]);
    expect(dropped).toHaveLength(1);
    expect([...moved, ...vouched]).toEqual([]);
    expect(stale.map(({ kind }) => kind)).toEqual(["unknownTarget"]);
  });

  it("finds a file whose accent the disk spells in two code points", () => {
    const { dropped } = applyCuration(
      [person("a", ["e\u0301.jpg"])],
      [row("a", "\u00e9.jpg", drop)],
    );
    expect(dropped).toHaveLength(1);
  });

  it("loses no photo but those dropped, and changes none of its arguments", () => {
    const decision = fc.constantFrom(keep, drop, moveTo("a"), moveTo("b"), moveTo("c"));
    const rows = fc.uniqueArray(
      fc.record({ folder: fc.constantFrom("a", "b"), file: fc.constantFrom(...FILES), decision }),
      { selector: ({ folder, file }) => `${folder}/${file}` },
    );
    fc.assert(
      fc.property(rows, (some) => {
        const before = ["a", "b", "c"].map((id) => person(id, FILES));
        const { people, dropped } = applyCuration(
          before,
          some.map((one) => ({ ...one, reason: "" })),
        );
        expect(before).toEqual(["a", "b", "c"].map((id) => person(id, FILES)));
        const left = [...namesOf(people).flat(), ...dropped.map(({ name }) => name)];
        expect(left.toSorted()).toEqual(namesOf(before).flat().toSorted());
      }),
      { seed: 20240602 },
    );
  });
});

const FILES = ["1.jpg", "2.jpg", "3.jpg"] as const;
const keep: Decision = { kind: "keep" };
const drop: Decision = { kind: "drop" };

function moveTo(to: string): Decision {
  return { kind: "move", to };
}

function row(folder: string, file: string, decision: Decision): CurationRow {
  return { folder, file, decision, reason: "" };
}

function person(id: string, files: readonly string[]): ListedPerson {
  return {
    id,
    name: id,
    presentsAs: "woman",
    field: "screen",
    region: undefined,
    source: "s",
    photos: files.map((file) => ({ name: `${id}/${file}`, path: file, sha256: `${id}${file}` })),
  };
}

function namesOf(people: readonly ListedPerson[]): readonly (readonly string[])[] {
  return people.map(({ photos }) => photos.map(({ name }) => name));
}
