/** Who is asking: Wikimedia refuses scripts that do not say. */

/**
 * Form `client/version (contact) library/version`.
 *
 * @param contact an e-mail address or the address of a page
 * @throws when the contact is neither
 *
 * Source: https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
 */
export function userAgent(contact: string): string {
  const text = contact.trim();
  if (!/^([^\s@()]+@[^\s@()]+\.[^\s@()]+|https?:\/\/[^\s()]+)$/.test(text) || !isPrintable(text))
    throw new Error(`The contact must be an e-mail or web address, not "${contact}".`);
  return `StarlikeGalleryCollector/0.1 (${text}) node/${process.versions.node}`;
}

/** A header holds printable ASCII only. */
function isPrintable(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
