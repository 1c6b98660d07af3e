import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { seededRandom } from "../../../src/shared/random.ts";
import { fail, ok } from "../../../src/shared/result.ts";
import { photoOf } from "./fakeAnswers.ts";
import { firstTimes, isDownload, startFakeWiki, type FakeWiki } from "./fakeWiki.ts";
import { createPoliteClient, type Answer, type PoliteOptions } from "./politeClient.ts";

let wiki: FakeWiki;

beforeEach(async () => {
  wiki = await startFakeWiki({});
});
afterEach(() => wiki.close());

describe("a request that fails", () => {
  it.each([
    ["status 500", (r: ServerResponse) => r.writeHead(500).end()],
    ["status 429", (r: ServerResponse) => r.writeHead(429).end()],
    ["a reset connection", (r: ServerResponse) => r.socket?.resetAndDestroy()],
    [
      "a body shorter than its length",
      (r: ServerResponse) => {
        r.writeHead(200, { "content-length": "1000" }).write("half");
        setTimeout(() => r.destroy(), 5);
      },
    ],
    [
      "a chunked body that breaks off",
      (r: ServerResponse) => {
        r.write("half");
        setTimeout(() => r.destroy(), 5);
      },
    ],
    ["no answer in time", () => undefined],
  ])("is made again after %s", async (_, act) => {
    wiki.faults.push(firstTimes(1, isDownload, act));
    expect(await get("/scaled/x", { timeoutMs: 200 })).toEqual(ok(photoOf("x", true).toString()));
    expect(wiki.asked).toHaveLength(2);
    expect(wiki.pauses[0]).toBeGreaterThanOrEqual(2500);
  });

  it("is made again while the reader finds fault with it", async () => {
    wiki.faults.push(firstTimes(2, isDownload, (r) => r.end("<html>busy</html>")));
    const read = ({ body }: Answer) =>
      Buffer.from(body).includes("<html>")
        ? fail({ kind: "unusableAnswer", why: "a page" } as const)
        : ok("photo");
    expect(await client().get(url("/scaled/x"), read)).toEqual(ok("photo"));
    expect(wiki.asked).toHaveLength(3);
  });

  it("is given up after the last attempt", async () => {
    wiki.faults.push(firstTimes(9, isDownload, (r) => r.writeHead(503).end()));
    expect(await get("/scaled/x", { retries: 2 })).toEqual(
      fail({ kind: "serverBusy", url: url("/scaled/x").href, why: "status 503" }),
    );
    expect(wiki.asked).toHaveLength(3);
  });

  it("is not made again when the answer is final", async () => {
    wiki.faults.push(firstTimes(9, isDownload, (r) => r.writeHead(404).end()));
    expect(await get("/scaled/x")).toMatchObject({ error: { kind: "refused", status: 404 } });
    expect(wiki.asked).toHaveLength(1);
  });

  it("says what is wrong where nobody listens", async () => {
    await wiki.close();
    const outcome = await get("/scaled/x", { retries: 0 });
    expect(outcome).toMatchObject({ error: { kind: "unreachable" } });
    expect(JSON.stringify(outcome)).toContain("ECONNREFUSED");
  });
});

describe("Retry-After", () => {
  it.each([
    ["in seconds", () => "77"],
    ["as a date", () => new Date(wiki.world.now() + 77_000).toUTCString()],
  ])("is waited for, %s", async (_, header) => {
    wiki.faults.push(
      firstTimes(1, isDownload, (r) => r.writeHead(429, { "retry-after": header() }).end()),
    );
    expect(await get("/scaled/x")).toMatchObject({ ok: true });
    expect(wiki.pauses).toEqual([77_000]);
  });

  it("shorter than the backoff does not shorten it", async () => {
    wiki.faults.push(
      firstTimes(1, isDownload, (r) => r.writeHead(429, { "retry-after": "0" }).end()),
    );
    await get("/scaled/x");
    expect(wiki.pauses[0]).toBeGreaterThanOrEqual(2500);
  });

  it("binds the next request, too, when this one has given up", async () => {
    wiki.faults.push(
      firstTimes(1, isDownload, (r) => r.writeHead(429, { "retry-after": "600" }).end()),
    );
    const one = client({ retries: 0 });
    expect(await one.get(url("/scaled/x"), text)).toMatchObject({ ok: false });
    expect(await one.get(url("/scaled/y"), text)).toMatchObject({ ok: true });
    expect(wiki.asked[1]!.at - wiki.asked[0]!.at).toBe(600_000);
  });

  it("of hours is neither waited for nor broken", async () => {
    wiki.faults.push(
      firstTimes(1, isDownload, (r) => r.writeHead(429, { "retry-after": "7200" }).end()),
    );
    const one = client();
    expect(await one.get(url("/scaled/x"), text)).toMatchObject({ error: { kind: "sentAway" } });
    expect(await one.get(url("/scaled/y"), text)).toMatchObject({
      error: { kind: "sentAway", pauseMs: 7_200_000 },
    });
    expect(wiki.asked).toHaveLength(1);
  });
});

it("makes one request at a time, with the gap between, however many are wanted at once", async () => {
  const one = client({ gapMs: 300 });
  await Promise.all(["a", "b", "c", "d"].map((name) => one.get(url(`/scaled/${name}`), text)));
  expect(wiki.asked.map((asked) => asked.openRequests)).toEqual([1, 1, 1, 1]);
  expect(wiki.asked.map((asked) => asked.url.pathname.at(-1)).join("")).toBe("abcd");
  expect(wiki.pauses).toEqual([300, 300, 300]);
});

it("pauses the same for the same seed", async () => {
  const pauses = async (seed: number) => {
    wiki.pauses.length = 0;
    wiki.faults.push(firstTimes(4, isDownload, (r) => r.writeHead(500).end()));
    await get("/scaled/x", { random: seededRandom(seed), retries: 4 });
    return [...wiki.pauses];
  };
  const first = await pauses(3);
  expect(await pauses(3)).toEqual(first);
  expect(await pauses(4)).not.toEqual(first);
});

function client(change: Partial<PoliteOptions> = {}) {
  return createPoliteClient({
    userAgent: "test/1 (me@example.org)",
    gapMs: 0,
    retries: 3,
    timeoutMs: 5000,
    random: seededRandom(1),
    world: wiki.world,
    ...change,
  });
}

function get(path: string, change: Partial<PoliteOptions> = {}) {
  return client(change).get(url(path), text);
}

function url(path: string): URL {
  return new URL(path, wiki.base);
}

function text({ body }: Answer) {
  return ok(Buffer.from(body).toString());
}
