import { expect, it } from "vitest";

import { DESCRIPTOR_LENGTH, toDescriptor, type Descriptor } from "../face/descriptor.ts";
import type { Person, PersonId } from "./gallery.ts";
import { nearestPeople } from "./nearestPeople.ts";

const PEOPLE = [at("a", 1), at("b", 4), at("c", 2), at("d", 9)];

it("orders the others by distance, and leaves the person out", () => {
  // From 4: 2 is two away, 1 is three, 9 is five.
  expect(nearestPeople(PEOPLE, PEOPLE[1]!, 3).map(({ id }) => id)).toEqual(["c", "a", "d"]);
});

it("gives as many as are asked for, or all there are", () => {
  expect(nearestPeople(PEOPLE, PEOPLE[0]!, 1).map(({ id }) => id)).toEqual(["c"]);
  expect(nearestPeople(PEOPLE, PEOPLE[0]!, 99)).toHaveLength(3);
  expect(nearestPeople([PEOPLE[0]!], PEOPLE[0]!, 4)).toEqual([]);
});

/** A person whose prototype lies on the first axis. */
function at(id: string, position: number): Person {
  return { id: id as PersonId, prototype: onFirstAxis(position) } as Person;
}

function onFirstAxis(position: number): Descriptor {
  const values = new Float32Array(DESCRIPTOR_LENGTH);
  values[0] = position;
  const descriptor = toDescriptor(values);
  if (!descriptor.ok) throw new Error(descriptor.error.kind);
  return descriptor.value;
}
