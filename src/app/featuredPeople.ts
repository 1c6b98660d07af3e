import { PRESENTS_AS, type Person } from "../gallery/gallery.ts";

/**
 * People for the wall of portraits: those with the most photos, whose
 * portraits are the clearest, spread over the alphabet; women, men and those of
 * whom it is not said in turn. The same for everybody, so it says nothing of
 * the visitor.
 */
export function featuredPeople(people: readonly Person[], count: number): readonly Person[] {
  const groups = [...PRESENTS_AS, undefined]
    .map((presentsAs) => people.filter((person) => person.presentsAs === presentsAs))
    .filter((group) => group.length > 0);
  const share = Math.ceil(count / Math.max(1, groups.length));
  const chosen = groups.map((group) => clearest(group, share));
  return Array.from({ length: share }, (_, i) => chosen.flatMap((group) => group.slice(i, i + 1)))
    .flat()
    .slice(0, count);
}

function clearest(people: readonly Person[], count: number): readonly Person[] {
  const best = people.toSorted((a, b) => b.photoCount - a.photoCount).slice(0, count * 2);
  return best.filter((_, i) => i % 2 === 0 || best.length < count * 2).slice(0, count);
}
