import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { extname, join, normalize } from "node:path";

import { compressed } from "./compressed.ts";

/** What a web server serves. */
export interface Site {
  /** The first one whose prefix fits. */
  readonly mounts: readonly { readonly prefix: string; readonly folder: string }[];
  readonly headersFor: (path: string) => Readonly<Record<string, string>>;
}

export interface FileServer {
  /** Ends in "/". */
  readonly url: string;
  /** Headers and bodies, to all browsers since it started. */
  readonly sentBytes: () => number;
  /** Whether a file had to be compressed first: what was timed meanwhile does not count. */
  readonly hasCompressed: () => boolean;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** They are compressed already. */
const NEVER_COMPRESSED: ReadonlySet<string> = new Set([".png", ".webp", ".woff2"]);

/** Serves everybody alike: Brotli at its best, compressed beforehand as good hosts do. */
export async function serveSite(site: Site): Promise<FileServer> {
  const sockets = new Set<Socket>();
  let goneBytes = 0;
  let hasCompressed = false;
  const server = createServer((request, response) => {
    const onWork = () => (hasCompressed = true);
    void answer(site, request, onWork).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body);
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      goneBytes += socket.bytesWritten;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    sentBytes: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, goneBytes),
    hasCompressed: () => hasCompressed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

async function answer(site: Site, request: IncomingMessage, onWork: () => void): Promise<Reply> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const headers = site.headersFor(pathname);
  const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const mount = site.mounts.find(({ prefix }) => path.startsWith(prefix));
  if (mount === undefined) return { status: 404, headers };
  const content = await readFile(join(mount.folder, path.slice(mount.prefix.length))).catch(
    () => undefined,
  );
  if (content === undefined) return { status: 404, headers };
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const typed = { ...headers, "Content-Type": type };
  if (NEVER_COMPRESSED.has(extname(path)))
    return { status: 200, headers: { ...typed, ...lengthOf(content) }, body: content };
  const body = await compressed(content, onWork);
  return {
    status: 200,
    headers: { ...typed, "Content-Encoding": "br", ...lengthOf(body) },
    body,
  };
}

function lengthOf(body: Buffer) {
  return { "Content-Length": String(body.length) };
}
