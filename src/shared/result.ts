/** An expected failure: a `kind` to switch on, plus what the message needs. */
export interface Failure {
  readonly kind: string;
}

/**
 * The outcome of work that is expected to fail sometimes.
 *
 * Plain data, because it crosses the worker boundary: Comlink copies only
 * `name`, `message` and `stack` of a thrown error and drops every other field.
 */
export type Result<T, E extends Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<const E extends Failure>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
