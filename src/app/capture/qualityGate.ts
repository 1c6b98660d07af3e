import type { QualityVerdict } from "../../face/quality.ts";

/**
 * Whether a photo is so poor that the person is asked before it is answered:
 * too few pixels, a profile or blur change the descriptor most. Bad light does
 * so little that a remark beside the answer is enough (the robustness figures
 * of docs/model-card.md).
 */
export function needsAsking(verdict: QualityVerdict): boolean {
  return verdict === "tooSmall" || verdict === "profile" || verdict === "blurred";
}
