/** The address of a person's page, after the page's own. */
export function personHash(personId: string): string {
  return `#/people/${encodeURIComponent(personId)}`;
}
