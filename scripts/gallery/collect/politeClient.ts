/** One request at a time, with a pause between any two, tried again where that may help. */
import type { Random } from "../../../src/shared/random.ts";
import { fail, ok, type Result } from "../../../src/shared/result.ts";
import { backoffMs, retryAfterMs } from "./retryDelay.ts";
import type { World } from "./world.ts";

export interface PoliteOptions {
  /** @see userAgent */
  readonly userAgent: string;
  /** From the end of one request to the start of the next, in milliseconds. */
  readonly gapMs: number;
  /** Further attempts after the first. */
  readonly retries: number;
  /** A request without its whole answer after this time has failed, in milliseconds. */
  readonly timeoutMs: number;
  /** For the jitter. */
  readonly random: Random;
  readonly world: World;
}

/** A whole answer with a status from 200 to 299. */
export interface Answer {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** What the reader of an answer makes of it: its value, or a reason to ask again. */
export type Reading<T> = Result<T, AskAgain>;

export interface AskAgain {
  readonly kind: "serverBusy" | "unusableAnswer";
  readonly why: string;
}

export type RequestError =
  | {
      /** The last of all attempts failed thus. */
      readonly kind: "unreachable" | AskAgain["kind"];
      readonly url: string;
      readonly why: string;
    }
  | { readonly kind: "refused"; readonly url: string; readonly status: number }
  /** The server asked for a longer pause than anybody would wait; nothing was sent. */
  | { readonly kind: "sentAway"; readonly url: string; readonly pauseMs: number };

export interface PoliteClient {
  /**
   * Waits for its turn and for the gap, then asks until `read` is content.
   *
   * Tried again: network failures and bodies cut short, 429 and 5xx, and what
   * `read` finds fault with. Any other status is final. Retry-After is kept even
   * if the request that met it has given up.
   */
  readonly get: <T>(
    url: URL,
    read: (answer: Answer) => Reading<T>,
  ) => Promise<Result<T, RequestError>>;
}

/** A server that wants a longer pause is not waited for. */
const LONGEST_PAUSE_MS = 3_600_000;

interface Attempt<T> {
  readonly outcome: Result<T, RequestError>;
  /** What the server asked for. */
  readonly retryAfterMs?: number | undefined;
}

export function createPoliteClient(options: PoliteOptions): PoliteClient {
  const { gapMs, retries, random, world } = options;
  let mayAskAt = -Infinity;
  let queue: Promise<unknown> = Promise.resolve();

  async function ask<T>(
    url: URL,
    read: (answer: Answer) => Reading<T>,
  ): Promise<Result<T, RequestError>> {
    for (let attempt = 1; ; attempt++) {
      const pauseMs = mayAskAt - world.now();
      if (pauseMs > LONGEST_PAUSE_MS) return fail({ kind: "sentAway", url: url.href, pauseMs });
      if (pauseMs > 0) await world.sleep(pauseMs);
      const { outcome, retryAfterMs: asked = 0 } = await attemptOnce(options, url, read);
      const isLast = outcome.ok || outcome.error.kind === "refused" || attempt > retries;
      const pauses = [gapMs, asked, isLast ? 0 : backoffMs(attempt, random)];
      mayAskAt = world.now() + Math.max(...pauses);
      if (isLast) return outcome;
    }
  }

  return {
    get: (url, read) => {
      const answer = queue.then(() => ask(url, read));
      queue = answer.catch(() => undefined);
      return answer;
    },
  };
}

async function attemptOnce<T>(
  { userAgent, timeoutMs, world }: PoliteOptions,
  url: URL,
  read: (answer: Answer) => Reading<T>,
): Promise<Attempt<T>> {
  let response: Response;
  let body: Uint8Array;
  try {
    response = await world.fetch(url, {
      headers: { "User-Agent": userAgent },
      signal: AbortSignal.timeout(timeoutMs),
    });
    body = new Uint8Array(await response.arrayBuffer());
  } catch (e) {
    return { outcome: fail({ kind: "unreachable", url: url.href, why: reasonOf(e) }) };
  }
  const asked = retryAfterMs(response.headers.get("retry-after"), world.now());
  return { outcome: judged(response, url, body, read), retryAfterMs: asked };
}

function judged<T>(
  { status, ok: isSuccess, headers }: Response,
  { href: url }: URL,
  body: Uint8Array,
  read: (answer: Answer) => Reading<T>,
): Result<T, RequestError> {
  if (status === 429 || status >= 500)
    return fail({ kind: "serverBusy", url, why: `status ${status}` });
  if (!isSuccess) return fail({ kind: "refused", url, status });
  const reading = read({ contentType: headers.get("content-type") ?? "", body });
  return reading.ok ? ok(reading.value) : fail({ ...reading.error, url });
}

/** Node's fetch says "fetch failed" and keeps the reason in `cause`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
