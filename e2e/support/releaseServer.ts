// A static server of the tests' own: it changes releases, loses its line, and
// tells what it has sent. Playwright cannot route the update of a service worker.
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export interface ReleaseServer {
  readonly url: string;
  /** Paths of the bodies that were sent to their end, in order, since the last `forget`. */
  readonly sent: () => readonly string[];
  readonly received: () => readonly string[];
  readonly forget: () => void;
  /** Serves another folder from now on. */
  readonly release: (folder: string) => void;
  /** The line breaks, in the middle of a file, once so many bytes more are sent. */
  readonly breakAfter: (bytes: number) => void;
  readonly isBroken: () => boolean;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

export async function serveRelease(firstFolder: string): Promise<ReleaseServer> {
  let folder = firstFolder;
  let bytesLeft = Infinity;
  let sent: string[] = [];
  let received: string[] = [];

  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    received.push(`${request.method} ${path}`);
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    const found = await stat(file).catch(() => undefined);
    if (bytesLeft <= 0) {
      response.destroy();
      return;
    }
    if (!found?.isFile() || request.method !== "GET") {
      response.writeHead(found ? 405 : 404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      "Cache-Control": "no-cache",
    });
    for await (const piece of createReadStream(file)) {
      bytesLeft -= (piece as Buffer).length;
      if (bytesLeft <= 0) {
        response.destroy();
        return;
      }
      if (!response.write(piece)) await once(response, "drain");
    }
    response.end(() => sent.push(path));
  }

  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    sent: () => sent,
    received: () => received,
    forget() {
      sent = [];
      received = [];
    },
    release(next) {
      folder = next;
    },
    breakAfter(bytes) {
      bytesLeft = bytes;
    },
    isBroken: () => bytesLeft <= 0,
    mend() {
      bytesLeft = Infinity;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
