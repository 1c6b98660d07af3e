/** For tests: a server on this machine that speaks as much of the two APIs as the collector asks. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { fakeAnswer, type FakeContent } from "./fakeAnswers.ts";
import type { World } from "./world.ts";

export interface Asked {
  readonly url: URL;
  readonly userAgent: string | undefined;
  /** By the fake clock. */
  readonly at: number;
  readonly openRequests: number;
}

/** Answers a request instead of the wiki; `false` leaves it to the wiki. */
export type Fault = (asked: Asked, response: ServerResponse) => boolean;

export interface FakeWiki {
  readonly base: string;
  readonly world: World;
  /** Every request, in order. */
  readonly asked: Asked[];
  /** Pauses that the collector made, in milliseconds. */
  readonly pauses: number[];
  /** Each is asked before the wiki answers, until one answers. */
  readonly faults: Fault[];
  content: FakeContent;
  readonly close: () => Promise<void>;
}

/** Starts the server. Its clock stands still but for the collector's pauses. */
export async function startFakeWiki(content: FakeContent): Promise<FakeWiki> {
  let now = Date.UTC(2026, 0, 1);
  let openRequests = 0;
  const asked: Asked[] = [];
  const pauses: number[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    openRequests++;
    response.on("close", () => openRequests--);
    const one = {
      url: new URL(request.url ?? "/", wiki.base),
      userAgent: request.headers["user-agent"],
      at: now,
      openRequests,
    };
    asked.push(one);
    if (!faults.some((fault) => fault(one, response))) fakeAnswer(wiki.content, one.url, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const wiki: FakeWiki = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world: {
      fetch: globalThis.fetch,
      now: () => now,
      sleep: (ms) => {
        pauses.push(ms);
        now += ms;
        return Promise.resolve();
      },
    },
    asked,
    pauses,
    faults,
    content,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return wiki;
}

/** Fails the first `times` requests that match, then lets them through. */
export function firstTimes(
  times: number,
  matches: (asked: Asked) => boolean,
  act: (response: ServerResponse) => unknown,
): Fault {
  let left = times;
  return (asked, response) => {
    if (left === 0 || !matches(asked)) return false;
    left--;
    act(response);
    return true;
  };
}

export function isAction(action: string): (asked: Asked) => boolean {
  return ({ url }) => url.searchParams.get("action") === action;
}

export function isDownload({ url }: Asked): boolean {
  return url.pathname.startsWith("/original/") || url.pathname.startsWith("/scaled/");
}
