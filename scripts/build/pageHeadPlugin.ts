import type { Plugin } from "vite";

import { META_POLICY } from "./hosting/headers.ts";
import { replaceOnce } from "./replaceOnce.ts";

const CHARSET = '<meta charset="utf-8" />';
const CARD = 'content="./social.png"';

/** Completes the head of the built page; see `completeHead`. */
export function pageHead(siteAddress: string | undefined): Plugin {
  return {
    name: "page-head",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (html) => completeHead(html, siteAddress) },
  };
}

/**
 * Adds the content security policy, which thereby holds on hosts that send no
 * headers too, and the site's public address where it is known.
 *
 * @param siteAddress where the site will be, with a "/" at its end. Link previews
 *   need it, since most of their readers do not resolve relative addresses.
 * @throws Error for another address, and when index.html lacks what is completed
 */
export function completeHead(html: string, siteAddress: string | undefined): string {
  const page = withPolicy(html);
  return siteAddress === undefined ? page : withSite(page, parseSiteAddress(siteAddress));
}

/** Below the charset, which has to stand in the first 1024 bytes, and above whatever loads. */
function withPolicy(html: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${META_POLICY}" />`;
  return replaceOnce(html, CHARSET, `${CHARSET}\n    ${policy}`);
}

function withSite(html: string, site: URL): string {
  const card = new URL("social.png", site).href;
  const tags = `<meta property="og:url" content="${site.href}" />\n    <link rel="canonical" href="${site.href}" />`;
  const page = replaceOnce(html, CARD, `content="${card}"`);
  return replaceOnce(page, "</title>", `</title>\n    ${tags}`);
}

function parseSiteAddress(address: string): URL {
  const site = URL.canParse(address) ? new URL(address) : undefined;
  if (site && /^https?:$/.test(site.protocol) && site.pathname.endsWith("/")) return site;
  throw new Error(`SITE_URL is "${address}", but should be like "https://example.org/starlike/".`);
}
