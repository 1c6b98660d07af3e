/** How long to wait before a request is tried again. */
import type { Random } from "../../../src/shared/random.ts";

/**
 * Wikimedia asks for at least 5 s after a maxlag error; nothing asks for less.
 *
 * Source: https://www.mediawiki.org/wiki/Manual:Maxlag_parameter
 */
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 120_000;

/**
 * Doubles with each attempt up to two minutes; half of it is random, so that
 * clients thrown out together do not come back together. Never below 2.5 s.
 *
 * @param attempt 1 after the first failure
 * @returns milliseconds
 *
 * Source: Brooker, "Exponential Backoff and Jitter" (AWS, 2015), equal jitter.
 */
export function backoffMs(attempt: number, random: Random): number {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return whole / 2 + (random() * whole) / 2;
}

/**
 * What a Retry-After header asks for: seconds, or an HTTP date.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds from now, 0 for a date gone by; absent where the header
 *   is missing or neither form
 *
 * Source: RFC 9110, section 10.2.3.
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse takes bare numbers such as "-5" or "1.5" for years and days.
  const date = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
