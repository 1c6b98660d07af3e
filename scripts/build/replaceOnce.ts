/** @throws Error when `old` does not stand in the start page exactly once */
export function replaceOnce(html: string, old: string, replacement: string): string {
  const parts = html.split(old);
  if (parts.length !== 2) throw new Error(`index.html should have ${old} once.`);
  return parts.join(replacement);
}
