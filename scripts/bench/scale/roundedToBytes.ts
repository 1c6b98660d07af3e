import type { Rows } from "./nearestRows.ts";

/** Largest magnitude of a signed byte that has an opposite. */
const LARGEST = 127;

/** Each row as signed bytes with a scale of its own, and back: what is left of it in 132 bytes instead of 512. */
export function roundedToBytes(rows: Rows): { readonly rows: Rows; readonly largestError: number } {
  const rounded = new Float32Array(rows.length);
  let largestError = 0;
  for (let at = 0; at < rows.length; at += 128) {
    const row = rows.subarray(at, at + 128);
    const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST;
    for (let i = 0; i < 128; i++) {
      rounded[at + i] = scale === 0 ? 0 : Math.round(row[i]! / scale) * scale;
      largestError = Math.max(largestError, Math.abs(rounded[at + i]! - row[i]!));
    }
  }
  return { rows: rounded, largestError };
}
