// The built app on a web server of the test's own: in a sub-path, with whatever headers a host sends.
import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { contentTypeOf, listen, type LocalServer } from "../../scripts/localServer.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** What one kind of host does. */
export interface Host {
  /** The folder that the app is in, with a "/" at either end. */
  readonly base: string;
  readonly headersFor: (path: string) => Readonly<Record<string, string>>;
  /** As Cloudflare Pages does: `index.html` is only to be had as its folder, `_headers` not at all. */
  readonly hidesFiles?: boolean;
  /** Takes the text of each POST: browsers send their reports so. */
  readonly onPost?: (text: string) => void;
}

/** Its address is that of the app on it. */
export async function serveStatic(host: Host): Promise<LocalServer> {
  const server = await listen((request, response) => {
    void answer(host, request).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body);
    });
  });
  return { ...server, url: new URL(host.base, server.url).href };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

async function answer(host: Host, request: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const headers = host.headersFor(pathname);
  if (request.method === "POST") {
    host.onPost?.(await textOf(request));
    return { status: 204, headers };
  }
  if (!pathname.startsWith(host.base)) return { status: 404, headers };
  const name = decodeURIComponent(pathname.slice(host.base.length)) || "index.html";
  if (host.hidesFiles && pathname.endsWith("/index.html"))
    return { status: 308, headers: { ...headers, Location: host.base } };
  if (host.hidesFiles && name === "_headers") return { status: 404, headers };
  try {
    const body = await readFile(join(DIST, name));
    return { status: 200, headers: { ...headers, "Content-Type": contentTypeOf(name) }, body };
  } catch {
    return { status: 404, headers };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
