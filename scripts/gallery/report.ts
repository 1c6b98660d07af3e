/** What became of every photo, for a person to read. */
import { join } from "node:path";

import { writeWhole } from "./atomicFile.ts";
import type { Candidate } from "./dataset.ts";
import type { JudgedPhoto, Reason } from "./faces.ts";

/** Writes `report.csv` (file, decision, reason): a row for each photo. */
export async function writeReport(
  cacheDir: string,
  judged: readonly JudgedPhoto[],
): Promise<string> {
  const path = join(cacheDir, "report.csv");
  const rows = judged.map(({ photo, choice }) => {
    const verdict = choice.kind === "usable" ? ["keep", ""] : ["drop", choice.reason];
    return [photo.name, ...verdict].map(quoted).join(",");
  });
  await writeWhole(path, ["file,decision,reason", ...rows, ""].join("\n"));
  return path;
}

/** Photos kept, and how many fell to each reason, most frequent first. */
export function summary(judged: readonly JudgedPhoto[], leftOut: readonly Candidate[]): string {
  const reasons = new Map<Reason, number>();
  for (const { choice } of judged)
    if (choice.kind === "unusable")
      reasons.set(choice.reason, (reasons.get(choice.reason) ?? 0) + 1);
  const kept = judged.filter(({ choice }) => choice.kind === "usable").length;
  const counts = [...reasons].toSorted((a, b) => b[1] - a[1]);
  return [
    `${kept} of ${judged.length} photos kept`,
    ...counts.map(([reason, count]) => `  ${String(count).padStart(5)} ${reason}`),
    ...leftOut.map(
      ({ person, photos }) => `  left out: ${person.name} (${photos.length} usable photos)`,
    ),
  ].join("\n");
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
