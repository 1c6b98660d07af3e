// A static server of the tests' own: it changes releases, loses its line, and
// tells what it has sent. Playwright cannot route the update of a service worker.
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize } from "node:path";

import { contentTypeOf, listen, type LocalServer } from "../../scripts/localServer.ts";

export interface ReleaseServer extends LocalServer {
  /** Paths of the bodies that were sent to their end, in order, since the last `forget`. */
  readonly sent: () => readonly string[];
  /** Method and address of every request, with its query, such as "GET /?shared", since the last `forget`. */
  readonly received: () => readonly string[];
  readonly forget: () => void;
  /** Serves another folder from now on. */
  readonly release: (folder: string) => void;
  /** The line breaks, in the middle of a file, once so many bytes more are sent. */
  readonly breakAfter: (bytes: number) => void;
  readonly isBroken: () => boolean;
  readonly mend: () => void;
}

export async function serveRelease(firstFolder: string): Promise<ReleaseServer> {
  let folder = firstFolder;
  let bytesLeft = Infinity;
  let sent: string[] = [];
  let received: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, search } = new URL(request.url ?? "/", "http://host");
    received.push(`${request.method} ${path}${search}`);
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
      "Content-Type": contentTypeOf(file),
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

  const server = await listen((request, response) => {
    void answer(request, response);
  });
  return {
    ...server,
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
  };
}
