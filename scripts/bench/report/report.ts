import type { BenchResults } from "../results.ts";
import { boundsOf, isMet } from "./bounds.ts";
import { number, table } from "./markdown.ts";
import { engineTable, memoryTable, visitsTable, warmTable } from "./pageTables.ts";
import {
  builderText,
  floorTable,
  rankingTable,
  recogniserTable,
  trainingText,
} from "./partTables.ts";

/** The run in Markdown: each section only where something of it was measured. */
export function reportOf(results: BenchResults): string {
  return [
    machineText(results),
    boundsTable(results),
    visitsTable(results),
    warmTable(results),
    engineTable(results),
    memoryTable(results),
    floorTable(results),
    recogniserTable(results),
    rankingTable(results),
    builderText(results),
    trainingText(results),
    failuresTable(results),
  ]
    .filter((section) => section !== undefined)
    .join("\n\n");
}

function machineText({ startedAt, machine, rounds }: BenchResults): string {
  const { processor, cores, memoryGB, system, node, browser, webGl } = machine;
  const load = [machine.loadAtStart, machine.loadAtEnd].filter((value) => value !== undefined);
  return [
    `${startedAt.slice(0, 10)}; ${processor}, ${cores} cores, ${memoryGB} GB, ${system}; Node ${node}, ${browser}, WebGL: ${webGl};`,
    `processes that wanted to run at the beginning and at the end: ${load.join(", ")}; ${rounds} rounds.`,
  ].join(" ");
}

function boundsTable(results: BenchResults): string | undefined {
  const bounds = boundsOf(results);
  if (bounds.length === 0) return undefined;
  const rows = bounds.map((bound) => {
    const { what, most, measured, unit, against } = bound;
    const in_ = (value: number) => `${number(value)}${unit === "times" ? "" : ` ${unit}`}`;
    return [what, against ?? "", in_(most), in_(measured), isMet(bound) ? "yes" : "**no**"];
  });
  return table(["what", "against", "at most", "measured", "met"], rows);
}

function failuresTable({ failures }: BenchResults): string | undefined {
  if (failures.length === 0) return undefined;
  const firstLine = (text: string) => text.split("\n")[0]!.replaceAll("|", "/");
  return table(
    ["failed", "in", "saying"],
    failures.map(({ contender, part, message }) => [contender, part, firstLine(message)]),
  );
}
