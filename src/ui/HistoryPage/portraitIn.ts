import type { LoadedGallery, Match } from "../../app/answer/matchResult.ts";
import type { PersonId } from "../../gallery/gallery.ts";
import type { HistoryEntry, HistoryMatch } from "../../storage/historyEntry.ts";
import type { NamedPerson } from "../../gallery/gallery.ts";

/** Somebody of a kept result with the portrait of today's gallery, unless the result is of another one. */
export function portraitIn(
  loaded: LoadedGallery | undefined,
  { galleryId }: HistoryEntry,
  person: HistoryMatch,
): Pick<Match, "portraitUrl"> & { readonly person: NamedPerson } {
  const portraits = loaded?.gallery.id === galleryId ? loaded.portraits : undefined;
  return { person, portraitUrl: portraits?.get(person.personId as PersonId) };
}
