/** A part of the photos, for one job of a job array. */
import { fail, ok, type Result } from "../../../src/shared/result.ts";

/** The `index`-th of `count` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export type ShardError = { readonly kind: "notAShard"; readonly text: string };

/** Reads "2/8": the second of eight. */
export function parseShard(text: string): Result<Shard, ShardError> {
  const [, first, second] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return index >= 1 && index <= count ? ok({ index, count }) : fail({ kind: "notAShard", text });
}

/**
 * By the photo's content, so that every job comes to the same answer whatever
 * else lies in its folder; the parts are of about equal size.
 *
 * @param sha256 in hex
 */
export function isInShard(sha256: string, { index, count }: Shard): boolean {
  return Number.parseInt(sha256.slice(0, 8), 16) % count === index - 1;
}
