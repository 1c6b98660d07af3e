/** What became of every photo, for a person to read. */
import { join } from "node:path";

import { writeWhole } from "./atomicFile.ts";
import { csvRow } from "./csvRow.ts";
import { staleRowText } from "./curate/applyCuration.ts";
import type { FaceChoice, Reason } from "./faces.ts";
import type { Selection } from "./pipeline/select.ts";

/** Writes `faces.csv` (file, decision, reason): a row for each photo, curation included. */
export async function writeReport(
  workDir: string,
  { fates, curated }: Pick<Selection, "fates" | "curated">,
): Promise<void> {
  const dropped = new Set(curated.dropped.map(({ name }) => name));
  const moved = new Map(curated.moved.map(({ photo, to }) => [photo.name, to]));
  const rows = fates.judged.map(({ photo, choice }) =>
    csvRow([photo.name, ...fateOf(choice, dropped.has(photo.name), moved.get(photo.name))]),
  );
  await writeWhole(join(workDir, "faces.csv"), ["file,decision,reason", ...rows, ""].join("\n"));
}

function fateOf(choice: FaceChoice, isDropped: boolean, to: string | undefined): readonly string[] {
  if (choice.kind === "unusable") return ["drop", choice.reason];
  if (isDropped) return ["drop", "curated"];
  return to === undefined ? ["keep", ""] : [`move to ${to}`, "curated"];
}

/** Photos kept, how many fell to each reason, most frequent first, and what curation did. */
export function summary({ fates, curated }: Pick<Selection, "fates" | "curated">): string {
  const { judged, dropped, moved, leftOut } = fates;
  const reasons = new Map<Reason, number>();
  for (const { choice } of judged)
    if (choice.kind === "unusable")
      reasons.set(choice.reason, (reasons.get(choice.reason) ?? 0) + 1);
  const kept = judged.filter(({ choice }) => choice.kind === "usable").length;
  const counts = [...reasons].toSorted((a, b) => b[1] - a[1]);
  return [
    `${kept} of ${judged.length} photos kept`,
    ...counts.map(([reason, count]) => `  ${String(count).padStart(5)} ${reason}`),
    `curation: ${dropped} more dropped, ${moved} moved`,
    ...staleLines(curated.stale),
    ...leftOut.map(
      ({ person, photos }) =>
        `  left out: ${person.name} (${photos.length} good ${photos.length === 1 ? "photo" : "photos"})`,
    ),
  ].join("\n");
}

/** Rows about folders that are not here at all belong to other photos: one line for all of them. */
function staleLines(stale: Selection["curated"]["stale"]): readonly string[] {
  const elsewhere = stale.filter(({ kind }) => kind === "unknownFolder").length;
  const lines = stale
    .filter(({ kind }) => kind !== "unknownFolder")
    .map((row) => `  no longer fits: ${staleRowText(row)}`);
  return elsewhere === 0
    ? lines
    : [...lines, `  ${elsewhere} decisions are about folders that are not here`];
}
