/** What `npm audit` found, judged by whether it ships and by what people have said of it. */
import * as v from "valibot";

/** A known advisory, and why it does not concern this project; see `docs/licences.md`. */
export interface Triage {
  /** Such as "GHSA-xxxx-xxxx-xxxx". */
  readonly advisory: string;
  readonly reason: string;
  /** A day, such as "2027-03-31", after which somebody has to look again. */
  readonly until: string;
}

export interface Advisory {
  readonly id: string;
  readonly packageName: string;
  readonly title: string;
  readonly severity: string;
  /** False for what only builds and tests need. */
  readonly ships: boolean;
}

export interface Verdict {
  /** What stops a build: it ships, and nobody has looked at it, or not for too long. */
  readonly open: readonly Advisory[];
  readonly toolsOnly: readonly Advisory[];
  readonly triaged: readonly Advisory[];
  /** Notes on advisories that are no longer found. */
  readonly stale: readonly Triage[];
}

/** `npm audit --json`, as far as it is needed. Source: npm 10, auditReportVersion 2. */
const REPORT = v.object({
  auditReportVersion: v.literal(2),
  vulnerabilities: v.record(
    v.string(),
    v.object({
      via: v.array(
        v.union([
          v.string(),
          v.object({ name: v.string(), title: v.string(), url: v.string(), severity: v.string() }),
        ]),
      ),
      nodes: v.array(v.string()),
    }),
  ),
});

/** What npm prints instead, where the registry knows no advisories or is out of reach. */
const NO_REPORT = v.union([
  v.object({ message: v.string() }),
  v.object({ error: v.looseObject({}) }),
]);

/**
 * The advisories of a report; absent where npm could not get one.
 *
 * @param json what npm printed, `undefined` where that was no JSON
 * @throws Error on JSON of any other shape: a report that nobody can read must not pass for a clean one
 */
export function readAuditReport(
  json: unknown,
  isToolOnly: (node: string) => boolean,
): readonly Advisory[] | undefined {
  const parsed = v.safeParse(REPORT, json);
  if (!parsed.success) {
    if (json === undefined || v.is(NO_REPORT, json)) return undefined;
    throw new Error(
      `npm audit printed another report than is known: ${v.summarize(parsed.issues)}`,
    );
  }
  const found = Object.values(parsed.output.vulnerabilities).flatMap(({ via, nodes }) =>
    via.flatMap((cause) => {
      if (typeof cause === "string") return []; // The package behind it has an entry of its own.
      const { name, title, url, severity } = cause;
      const ships = !nodes.every(isToolOnly);
      return { id: url.split("/").at(-1) ?? url, packageName: name, title, severity, ships };
    }),
  );
  return found.filter(({ id }, i) => found.findIndex((other) => other.id === id) === i);
}

/** @param today such as "2026-11-28" */
export function judgeAdvisories(
  advisories: readonly Advisory[],
  notes: readonly Triage[],
  today: string,
): Verdict {
  const valid = new Set(notes.filter(({ until }) => until >= today).map((note) => note.advisory));
  const untriaged = advisories.filter(({ id }) => !valid.has(id));
  const found = new Set(advisories.map(({ id }) => id));
  return {
    open: untriaged.filter(({ ships }) => ships),
    toolsOnly: untriaged.filter(({ ships }) => !ships),
    triaged: advisories.filter(({ id }) => valid.has(id)),
    stale: notes.filter(({ advisory }) => !found.has(advisory)),
  };
}
