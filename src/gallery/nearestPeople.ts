import { descriptorDistance } from "../face/descriptor.ts";
import type { Person } from "./gallery.ts";

/**
 * Whom a celebrity looks like among the others: by the distance of their
 * prototypes, nearest first. Pure; O(people · 128).
 */
export function nearestPeople(
  people: readonly Person[],
  person: Person,
  count: number,
): readonly Person[] {
  return people
    .filter(({ id }) => id !== person.id)
    .map((other) => ({
      other,
      distance: descriptorDistance(person.prototype, other.prototype),
    }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ other }) => other);
}
