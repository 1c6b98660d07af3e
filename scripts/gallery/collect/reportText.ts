/** The collector's report in words, for the terminal. */
import type { CollectReport, PersonError, PersonReport } from "./collectPhotos.ts";
import type { ApiFailure } from "./mediaWikiApi.ts";

/** One person: a line, and below it what needs a look. */
export function personText(report: PersonReport): string {
  if (report.kind === "failed") return `${report.asked}: FAILED, ${errorText(report.error)}`;
  const { asked, id, folder, collection, leftOver } = report;
  const { photos, fetched, refused, broken, stoppedBy } = collection;
  const refusals = [...refused].map(([reason, count]) => `${count} ${reason}`);
  const notes = [
    ...(refusals.length > 0 ? [`not taken: ${refusals.join(", ")}`] : []),
    ...broken.map((file) => `not fetched: ${file}`),
    ...(stoppedBy ? [`FAILED on the way, ${failureText(stoppedBy)}`] : []),
    ...(leftOver.length > 0 ? [`left over from an earlier run: ${leftOver.join(", ")}`] : []),
    ...openCells(report).map((cell) => `open in people.csv: ${cell}`),
  ];
  const line = `${asked} (${id}): ${photos.length} photos in ${folder}, ${fetched} of them new${report.row ? "" : "; not listed"}`;
  return [line, ...notes.map((note) => `  ${note}`)].join("\n");
}

/** What the run came to. */
export function summaryText({ people }: CollectReport): string {
  const collected = people.filter((report) => report.kind === "collected");
  const photos = collected.reduce((sum, { collection }) => sum + collection.photos.length, 0);
  const open = collected.filter((report) => openCells(report).length > 0);
  return [
    `${photos} photos of ${collected.filter(({ row }) => row).length} people`,
    `${people.filter(isFailed).length} of ${people.length} failed`,
    ...(open.length > 0
      ? [`${open.length} rows of people.csv have open cells, to be filled in by hand`]
      : ["people.csv is complete"]),
  ].join("; ");
}

/** Not found, or found and not finished. */
export function isFailed(report: PersonReport): boolean {
  return report.kind === "failed" || report.collection.stoppedBy !== undefined;
}

function openCells(report: PersonReport): readonly string[] {
  if (report.kind === "failed" || !report.row) return [];
  const { presents_as, field } = report.row;
  const { possibleFields } = report;
  return [
    ...(presents_as === "" ? ["presents_as (woman or man)"] : []),
    ...(field === ""
      ? [
          `field (${possibleFields.length > 0 ? possibleFields.join(" or ") : "no occupation says"})`,
        ]
      : []),
  ];
}

function errorText(error: PersonError): string {
  switch (error.kind) {
    case "notFound":
      return "no human of exactly this name on Wikidata";
    case "notHuman":
      return `${error.id} is not a human`;
    case "ambiguous":
      return [
        "several people have this name; ask for one of them by id:",
        ...error.candidates.map(
          ({ id, label, description }) => `  ${id} ${label}${description && `, ${description}`}`,
        ),
      ].join("\n");
    case "namedTwice":
      return `${error.id} was asked for before`;
    case "folderTaken":
      return `the folder ${error.folder} holds photos of somebody else`;
    default:
      return failureText(error);
  }
}

function failureText(error: ApiFailure): string {
  switch (error.kind) {
    case "refused":
      return `status ${error.status} from ${error.url}`;
    case "sentAway":
      return `the server asks to come back in ${Math.ceil(error.pauseMs / 60_000)} minutes`;
    case "apiError":
      return `${error.code}: ${error.info}`;
    default:
      return `${error.why} from ${error.url}`;
  }
}
