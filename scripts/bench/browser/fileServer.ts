import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { extname, join, normalize } from "node:path";

import { contentTypeOf, listen, type LocalServer } from "../../localServer.ts";
import { compressed } from "./compressed.ts";

/** What a web server serves. */
export interface Site {
  /** The first one whose prefix fits. */
  readonly mounts: readonly Mount[];
  readonly headersFor: (path: string) => Readonly<Record<string, string>>;
}

interface Mount {
  readonly prefix: string;
  readonly folder: string;
  /** The build has laid the compressed forms that are given out beside its files. */
  readonly precompressed?: true;
}

export interface FileServer extends LocalServer {
  /** Headers and bodies, to all browsers since it started. */
  readonly sentBytes: () => number;
  /** Whether a file had to be compressed first: what was timed meanwhile does not count. */
  readonly hasCompressed: () => boolean;
}

/** They are compressed already. */
const NEVER_COMPRESSED: ReadonlySet<string> = new Set([".png", ".webp", ".woff2"]);

/**
 * Serves everybody in Brotli that was compressed beforehand, as good hosts do: the
 * app in its build's own, everybody else at the best quality.
 */
export async function serveSite(site: Site): Promise<FileServer> {
  const sockets = new Set<Socket>();
  let goneBytes = 0;
  let hasCompressed = false;
  const count = (socket: Socket) => {
    if (sockets.has(socket)) return;
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      goneBytes += socket.bytesWritten;
    });
  };
  const server = await listen((request, response) => {
    count(request.socket);
    const onWork = () => (hasCompressed = true);
    void answer(site, request, onWork).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body);
    });
  });
  return {
    ...server,
    sentBytes: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, goneBytes),
    hasCompressed: () => hasCompressed,
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
  const file = join(mount.folder, path.slice(mount.prefix.length));
  const content = await readIfThere(file);
  if (content === undefined) return { status: 404, headers };
  const brotli = await brotliOf(file, content, mount, onWork);
  const body = brotli ?? content;
  return {
    status: 200,
    headers: {
      ...headers,
      "Content-Type": contentTypeOf(path),
      ...(brotli && { "Content-Encoding": "br" }),
      "Content-Length": String(body.length),
    },
    body,
  };
}

/** Absent where the file is given out as it is. */
async function brotliOf(
  file: string,
  content: Buffer,
  { precompressed }: Mount,
  onWork: () => void,
): Promise<Buffer | undefined> {
  if (precompressed) return readIfThere(`${file}.br`);
  return NEVER_COMPRESSED.has(extname(file)) ? undefined : compressed(content, onWork);
}

function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}
