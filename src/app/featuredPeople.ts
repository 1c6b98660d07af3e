import type { Person } from "../gallery/gallery.ts";

/**
 * People for the wall of portraits: those with the most photos, whose
 * portraits are the clearest, spread over the alphabet, women and men in turn.
 * The same for everybody, so it says nothing of the visitor.
 */
export function featuredPeople(people: readonly Person[], count: number): readonly Person[] {
  const half = Math.ceil(count / 2);
  const women = clearest(people, "woman", half);
  const men = clearest(people, "man", half);
  return women.flatMap((woman, i) => [woman, ...men.slice(i, i + 1)]).slice(0, count);
}

function clearest(
  people: readonly Person[],
  presentsAs: Person["presentsAs"],
  count: number,
): readonly Person[] {
  const best = people
    .filter((person) => person.presentsAs === presentsAs)
    .toSorted((a, b) => b.photoCount - a.photoCount)
    .slice(0, count * 2);
  return best.filter((_, i) => i % 2 === 0 || best.length < count * 2).slice(0, count);
}
