/**
 * The site's address as people write it: without the protocol, the start
 * page's file name and the last slash. Says nothing of the page it is read on.
 */
export function siteAddress({ host, pathname }: Pick<Location, "host" | "pathname">): string {
  const path = pathname.replace(/\/index\.html?$/, "").replace(/\/+$/, "");
  return `${host.replace(/^www\./, "")}${path}`;
}
