import type { AnalysedFace } from "../../face/analysedFace.ts";
import type { Landmarks } from "../../face/geometry.ts";
import { PORTRAIT, portraitToPhoto } from "../../face/portraitFrame.ts";
import { applySimilarity, invertSimilarity } from "../../face/similarity.ts";
import type { PeopleFilter } from "../../gallery/peopleFilter.ts";
import type { HistoryMatch, HistoryPicture, NewHistoryEntry } from "../../storage/historyEntry.ts";
import { answerAmong, SHOWN_MATCHES, type Match, type MatchResult } from "../answer/matchResult.ts";

/**
 * What the history keeps of a result: who, how alike, when, among whom. Neither
 * the photo nor the descriptor, which would recognise the person anywhere.
 *
 * @param savedAt milliseconds since 1970, UTC
 * @throws where nobody is in the group of `filter`
 */
export function historyEntryOf(
  result: MatchResult,
  filter: PeopleFilter,
  savedAt: number,
  picture: HistoryPicture | undefined,
): NewHistoryEntry {
  const { matches, resemblesSomebody, comparedCount } = answerAmong(result, filter, SHOWN_MATCHES);
  const [best, ...next] = matches.map(historyMatchOf);
  return {
    savedAt,
    galleryId: result.loaded.gallery.id,
    filter,
    resemblesSomebody,
    comparedCount,
    matches: [best!, ...next],
    ...(picture && { picture }),
  };
}

/** The landmarks of a face in px of its own portrait instead of the photo. */
export function landmarksInPortrait({ landmarks, portrait }: AnalysedFace): Landmarks {
  const toPortrait = invertSimilarity(portraitToPhoto(landmarks, portrait.width / PORTRAIT.width));
  return landmarks.map((point) => applySimilarity(toPortrait, point));
}

function historyMatchOf({ person, similarity, probability }: Match): HistoryMatch {
  const { id, name, names } = person;
  return { personId: id, name, names, similarity, probability };
}
