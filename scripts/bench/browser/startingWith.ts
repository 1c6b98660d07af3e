/** The same order, begun with another one each round: nobody always follows the same neighbour's caches. */
export function startingWith<T>(round: number, items: readonly T[]): readonly T[] {
  const first = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
