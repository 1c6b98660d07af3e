import * as v from "valibot";
import { expect, it } from "vitest";

import { fail, ok } from "../../../src/shared/result.ts";
import { openMediaWikiApi } from "./mediaWikiApi.ts";
import type { PoliteClient } from "./politeClient.ts";

const VALUE = v.object({ value: v.number() });

it("asks in JSON of the second version, with maxlag, and decodes", async () => {
  const { api, asked } = answering('{"value":1,"more":2}');
  expect(await api.ask({ action: "query", titles: "A&B|Ü" }, VALUE)).toEqual(ok({ value: 1 }));
  expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
    format: "json",
    formatversion: "2",
    maxlag: "5",
    action: "query",
    titles: "A&B|Ü",
  });
});

it.each([
  [
    "maxlag",
    '{"error":{"code":"maxlag","info":"Waiting for db1: 7 seconds lagged","lag":7}}',
    "serverBusy",
  ],
  ["a limit", '{"error":{"code":"ratelimited"}}', "serverBusy"],
  ["a database error", '{"error":{"code":"internal_api_error_DBQueryError"}}', "serverBusy"],
  ["a page instead of JSON", "<!DOCTYPE html><title>Error</title>", "unusableAnswer"],
  ["half an answer", '{"value":', "unusableAnswer"],
])("has the client ask again after %s", async (_, body, kind) => {
  expect(await answering(body).api.ask({}, VALUE)).toMatchObject({ error: { kind } });
});

it("does not ask again for what will not change", async () => {
  const error = '{"error":{"code":"badvalue","info":"no"}}';
  expect(await answering(error).api.ask({}, VALUE)).toEqual(
    fail({ kind: "apiError", code: "badvalue", info: "no" }),
  );
  expect(await answering('{"value":"1"}').api.ask({}, VALUE)).toMatchObject({
    error: { kind: "malformedAnswer", why: expect.stringContaining("value") as string },
  });
});

it("continues with what the answer says until it says nothing", async () => {
  const { api, asked } = answering(
    '{"value":1,"continue":{"cmcontinue":"a|1","continue":"-||"}}',
    '{"value":2,"continue":{"cmcontinue":"b|2","continue":"-||"}}',
    '{"value":3}',
  );
  expect(await all(api.pages({ list: "x" }, VALUE))).toEqual(
    [1, 2, 3].map((value) => ok({ value })),
  );
  expect(asked.map(({ searchParams }) => searchParams.get("cmcontinue"))).toEqual([
    null,
    "a|1",
    "b|2",
  ]);
});

it("ends at a continuation that leads nowhere, and at an error", async () => {
  const same = '{"value":1,"continue":{"at":5}}';
  expect(await all(answering(same, same, same).api.pages({}, VALUE))).toMatchObject([
    { ok: true },
    { ok: true },
    { error: { kind: "malformedAnswer" } },
  ]);
  expect(await all(answering(same, "{}").api.pages({}, VALUE))).toMatchObject([
    { ok: true },
    { error: { kind: "malformedAnswer" } },
  ]);
});

/** An API whose client gives these bodies, one a request, and never asks again. */
function answering(...bodies: readonly string[]) {
  const asked: URL[] = [];
  const client: PoliteClient = {
    get: (url, read) => {
      const body = new TextEncoder().encode(bodies[asked.length]);
      asked.push(url);
      const reading = read({ contentType: "application/json", body });
      return Promise.resolve(reading.ok ? reading : fail({ ...reading.error, url: url.href }));
    },
  };
  return { api: openMediaWikiApi(client, "https://wiki.example/w/api.php"), asked };
}

async function all<T>(pages: AsyncGenerator<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}
