import type { RgbaImage } from "../../face/rgbaImage.ts";
import type { AnalysedFace } from "../../face/analysedFace.ts";
import type { HistoryPicture } from "../../storage/historyEntry.ts";
import type { ReadableStore } from "../createStore.ts";
import type { HistoryStore } from "./history.ts";
import { historyEntryOf, landmarksInPortrait } from "./historyEntryOf.ts";
import type { MatchResult } from "../answer/matchResult.ts";
import type { MatchState } from "../session/matchState.ts";
import type { Settings } from "../settings.ts";

export interface HistoryKeeperDeps {
  readonly matching: ReadableStore<MatchState>;
  readonly settings: ReadableStore<Settings>;
  readonly history: HistoryStore;
  readonly encodePicture: (image: RgbaImage) => Promise<Blob>;
  readonly askToPersist: () => Promise<boolean>;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/**
 * Keeps each new result, once, while the person wants a history; the answer on
 * the screen never waits for it. Runs as long as the page.
 *
 * @param report takes what nobody foresaw
 */
export function keepHistory(deps: HistoryKeeperDeps, report: (error: unknown) => void): void {
  const { matching, settings, history } = deps;
  let seen = resultOf(matching.getSnapshot());
  let wanted = settings.getSnapshot().keepHistory;

  matching.subscribe(() => {
    const result = resultOf(matching.getSnapshot());
    // The same result comes again on the way back from another screen.
    if (result === undefined || result === seen) return;
    seen = result;
    if (settings.getSnapshot().keepHistory) keep(result).catch(report);
  });
  settings.subscribe(() => {
    const { keepHistory: wantedNow } = settings.getSnapshot();
    if (wantedNow && !wanted) deps.askToPersist().catch(report);
    wanted = wantedNow;
  });

  async function keep(result: MatchResult): Promise<void> {
    const { filter, keepPhotos } = settings.getSnapshot();
    const savedAt = deps.now();
    const picture = keepPhotos ? await pictureOf(result.reading.face) : undefined;
    await history.add(historyEntryOf(result, filter, savedAt, picture));
  }

  async function pictureOf(face: AnalysedFace): Promise<HistoryPicture> {
    return {
      blob: await deps.encodePicture(face.portrait),
      landmarks: landmarksInPortrait(face),
    };
  }
}

function resultOf(state: MatchState): MatchResult | undefined {
  return state.phase === "matched" ? state.result : undefined;
}
