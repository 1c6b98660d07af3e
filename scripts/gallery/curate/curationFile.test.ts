import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  automaticReason,
  curationFaultText,
  decodeCuration,
  encodeCuration,
  mergeCuration,
  readCuration,
  writeCuration,
  type CurationRow,
  type Decision,
} from "./curationFile.ts";

const HEADER = "folder,file,decision,reason\n";

describe("decodeCuration", () => {
  it("reads the three decisions", () => {
    const text = `${HEADER}a,1.jpg,keep,a beard\na,2.jpg,drop,"a rock, no face"\nb,3.jpg,move to a,\n`;
    expect(decoded(text)).toEqual([
      row("a", "1.jpg", { kind: "keep" }, "a beard"),
      row("a", "2.jpg", { kind: "drop" }, "a rock, no face"),
      row("b", "3.jpg", { kind: "move", to: "a" }, ""),
    ]);
  });

  it.each([
    ["a spreadsheet's byte order mark and line ends", `\uFEFF${HEADER}a,1.jpg,drop,r\n`],
    ["Windows line ends", `${HEADER}a,1.jpg,drop,r\n`.replaceAll("\n", "\r\n")],
    ["a line added by an editor of another system", `${HEADER}a,1.jpg,drop,r\r\n`],
    ["empty lines and no last one", `${HEADER}\n\na,1.jpg,drop,r`],
    ["blanks around the decision", `${HEADER}a,1.jpg, drop ,r`],
  ])("reads %s", (_, text) => {
    expect(decoded(text)).toEqual([row("a", "1.jpg", { kind: "drop" }, "r")]);
  });

  it("takes an empty file, and a header alone, for no decisions", () => {
    expect(decoded("")).toEqual([]);
    expect(decoded(HEADER)).toEqual([]);
  });

  it.each([
    ["too few columns", "a,1.jpg,drop", "damagedRow", 3],
    ["a comma without quotes", "a,1.jpg,drop,a rock, no face", "damagedRow", 3],
    ["a quote that nobody closed", 'a,1.jpg,drop,"a rock', "damagedRow", 3],
    ["no folder", ",1.jpg,drop,r", "damagedRow", 3],
    ["a path for a file", "a,b/1.jpg,drop,r", "damagedRow", 3],
    ["another word", "a,1.jpg,delete,r", "unknownDecision", 3],
    ["a move to nowhere", "a,1.jpg,move to ,r", "unknownDecision", 3],
    ["a move to where it is", "a,1.jpg,move to a,r", "movedToItsOwnFolder", 3],
    ["a second decision", "z,9.jpg,keep,r", "decidedTwice", 3],
  ])("refuses %s and names the line", (_, line, kind, number) => {
    const faults = faultsOf(`${HEADER}z,9.jpg,drop,r\n${line}\n`);
    expect(faults).toMatchObject([{ kind, line: number }]);
    expect(faults.map(curationFaultText).join()).toContain("line 3: ");
  });

  it("counts the lines of a quoted cell", () => {
    expect(faultsOf(`${HEADER}a,1.jpg,drop,"two\nlines"\na,2.jpg,?,r\n`)).toMatchObject([
      { line: 4 },
    ]);
  });

  it("names every fault at once", () => {
    const faults = faultsOf(`${HEADER}a,1.jpg,?,r\na,2.jpg,drop,r\na,2.jpg,keep,r\nb\n`);
    expect(faults.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  it("refuses other columns, as a spreadsheet with semicolons writes them", () => {
    expect(faultsOf("folder;file;decision;reason\n")).toMatchObject([{ kind: "wrongColumns" }]);
  });

  it("sees one photo in two spellings of an accent", () => {
    const text = `${HEADER}a,\u00e9.jpg,drop,r\na,e\u0301.jpg,keep,r\n`;
    expect(faultsOf(text)).toMatchObject([{ kind: "decidedTwice", firstLine: 2 }]);
  });
});

describe("encodeCuration", () => {
  it("sorts by folder, then file, and quotes what needs it", () => {
    const rows = [
      row("b", "1.jpg", { kind: "drop" }, 'a "rock"'),
      row("a-b", "1.jpg", { kind: "keep" }, ""),
      row("a", "2,3.jpg", { kind: "move", to: "b" }, "r"),
      row("a", "10.jpg", { kind: "keep" }, "r"),
    ];
    expect(encodeCuration(rows)).toBe(
      `${HEADER}a,10.jpg,keep,r\na,"2,3.jpg",move to b,r\na-b,1.jpg,keep,\nb,1.jpg,drop,"a ""rock"""\n`,
    );
  });

  it("is read back as it was, whatever the names, and in whatever order", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1 }).filter(isFileName);
    const decision = fc.oneof(
      fc.constant<Decision>({ kind: "keep" }),
      fc.constant<Decision>({ kind: "drop" }),
      fc.constantFrom("x y", "ż", 'quo"te,').map((to): Decision => ({ kind: "move", to })),
    );
    const rows = fc.uniqueArray(
      fc.record({ folder: name, file: name, decision, reason: fc.string({ unit: "grapheme" }) }),
      { selector: ({ folder, file }) => `${folder}/${file}`.normalize("NFC") },
    );
    fc.assert(
      fc.property(rows, (some) => {
        const text = encodeCuration(some);
        expect(new Set(decoded(text))).toEqual(new Set(some));
        expect(encodeCuration(some.toReversed())).toBe(text);
      }),
      { seed: 20240601 },
    );
  });
});

describe("mergeCuration", () => {
  const byHand = row("a", "1.jpg", { kind: "keep" }, "looked at it");
  const byRule = row("a", "1.jpg", { kind: "drop" }, automaticReason("suspicion 0.97"));

  it("lets a person overrule a rule, whichever came first", () => {
    expect(mergeCuration([byRule], [byHand])).toEqual([byHand]);
    expect(mergeCuration([byHand], [byRule])).toEqual([byHand]);
  });

  it("lets the later of two equals count", () => {
    const second = row("a", "1.jpg", { kind: "drop" }, "looked again");
    expect(mergeCuration([byHand], [second])).toEqual([second]);
    const later = { ...byRule, reason: automaticReason("suspicion 0.99") };
    expect(mergeCuration([byRule], [later])).toEqual([later]);
  });

  it("keeps the rest, in the file's order", () => {
    const other = row("A", "9.jpg", { kind: "drop" }, "r");
    expect(mergeCuration([byHand], [other])).toEqual([other, byHand]);
  });
});

it("writes a file that is read back, and reads a missing one as empty", async () => {
  const dir = await mkdtemp(join(tmpdir(), "curation-"));
  const path = join(dir, "curation.csv");
  try {
    expect(await readCuration(path)).toEqual({ ok: true, value: [] });
    const rows = [row("a", "1.jpg", { kind: "drop" }, "a rock")];
    await writeCuration(path, rows);
    expect(await readFile(path, "utf8")).toBe(`${HEADER}a,1.jpg,drop,a rock\n`);
    expect(await readCuration(path)).toEqual({ ok: true, value: rows });
  } finally {
    await rm(dir, { recursive: true });
  }
});

function row(folder: string, file: string, decision: Decision, reason: string): CurationRow {
  return { folder, file, decision, reason };
}

function decoded(text: string): readonly CurationRow[] {
  const result = decodeCuration(text);
  if (!result.ok) throw new Error(result.error.faults.map(curationFaultText).join("\n"));
  return result.value;
}

function faultsOf(text: string) {
  const result = decodeCuration(text);
  return result.ok ? [] : result.error.faults;
}

function isFileName(text: string): boolean {
  return !text.includes("/") && !text.includes("\0");
}
