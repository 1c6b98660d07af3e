/** The Action API of a MediaWiki: parameters in, decoded answers out. */
import * as v from "valibot";

import { fail, ok, type Result } from "../../../src/shared/result.ts";
import type { Answer, PoliteClient, Reading, RequestError } from "./politeClient.ts";

export type ApiFailure =
  | RequestError
  | { readonly kind: "apiError"; readonly code: string; readonly info: string }
  | { readonly kind: "malformedAnswer"; readonly url: string; readonly why: string };

export type Parameters = Readonly<Record<string, string>>;

export interface MediaWikiApi {
  /** One question; the answer decoded by `schema`. */
  readonly ask: <S extends AnySchema>(
    parameters: Parameters,
    schema: S,
  ) => Promise<Result<v.InferOutput<S>, ApiFailure>>;
  /** The same with each `continue` that the API answers, until it answers none or fails. */
  readonly pages: <S extends AnySchema>(
    parameters: Parameters,
    schema: S,
  ) => AsyncGenerator<Result<v.InferOutput<S>, ApiFailure>>;
}

type AnySchema = v.GenericSchema;

/**
 * Asks a lagging database to refuse, in seconds.
 *
 * Source: https://www.mediawiki.org/wiki/Manual:Maxlag_parameter
 */
const MAXLAG = "5";

/** Errors that pass by themselves; every other one is final. */
const PASSING_ERRORS = /^(maxlag|ratelimited|readonly|internal_api_error_.*)$/;

const ERROR = v.object({ error: v.object({ code: v.string(), info: v.optional(v.string(), "") }) });
const CONTINUE = v.object({
  continue: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});

export function openMediaWikiApi(client: PoliteClient, base: string): MediaWikiApi {
  async function askRaw(parameters: Parameters): Promise<Result<Raw, ApiFailure>> {
    const url = new URL(base);
    const common = { format: "json", formatversion: "2", maxlag: MAXLAG };
    for (const [name, value] of Object.entries({ ...common, ...parameters }))
      url.searchParams.set(name, value);
    const answer = await client.get(url, readJson);
    if (!answer.ok) return answer;
    const error = v.safeParse(ERROR, answer.value);
    if (!error.success) return ok({ url: url.href, json: answer.value });
    return fail({ kind: "apiError", ...error.output.error });
  }

  return {
    ask: async (parameters, schema) => decoded(await askRaw(parameters), schema),
    pages: async function* (parameters, schema) {
      let next: Parameters = {};
      for (;;) {
        const raw = await askRaw({ ...parameters, ...next });
        const page = decoded(raw, schema);
        yield page;
        if (!raw.ok || !page.ok) return;
        const more = decoded(raw, CONTINUE);
        if (!more.ok) {
          yield more;
          return;
        }
        if (more.value.continue === undefined) return;
        const following = texts(more.value.continue);
        if (JSON.stringify(following) === JSON.stringify(next)) {
          yield fail({ kind: "malformedAnswer", url: raw.value.url, why: "continues in place" });
          return;
        }
        next = following;
      }
    },
  };
}

/** JSON that says no error, not decoded any further. */
interface Raw {
  readonly url: string;
  readonly json: unknown;
}

function decoded<S extends AnySchema>(
  raw: Result<Raw, ApiFailure>,
  schema: S,
): Result<v.InferOutput<S>, ApiFailure> {
  if (!raw.ok) return raw;
  const parsed = v.safeParse(schema, raw.value.json);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const why = `${v.getDotPath(issue) ?? "answer"}: ${issue.message}`;
  return fail({ kind: "malformedAnswer", url: raw.value.url, why });
}

/** Throttled and broken servers send pages of HTML with status 200, too. */
function readJson({ body, contentType }: Answer): Reading<unknown> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return fail({ kind: "unusableAnswer", why: `not JSON (${contentType})` });
  }
  const error = v.safeParse(ERROR, json);
  if (error.success && PASSING_ERRORS.test(error.output.error.code))
    return fail({ kind: "serverBusy", why: error.output.error.code });
  return ok(json);
}

function texts(values: Readonly<Record<string, string | number>>): Parameters {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
