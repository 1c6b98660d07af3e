import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";

import { PROJECT_ROOT } from "../../projectRoot.ts";
import { EVERY_RESPONSE, headersFor } from "./headers.ts";
import { HOST_FILES } from "./hostFiles.ts";

it.each(Object.entries(HOST_FILES))("has %s committed as it is written", async (name, text) => {
  expect(await readFile(join(PROJECT_ROOT, "hosting", name), "utf8")).toBe(text);
});

it("gives a path of _headers what the definition gives, each header once", () => {
  const rules = parseHeadersFile(HOST_FILES["_headers"]!);
  const given = (path: string) =>
    rules.filter(({ matches }) => matches(path)).flatMap(({ headers }) => headers);

  expect(Object.fromEntries(given("/assets/a.js"))).toEqual(headersFor("/assets/a.js"));
  expect(given("/assets/a.js")).toHaveLength(Object.keys(headersFor("/assets/a.js")).length);
  // Its Cache-Control is the host's own, which asks again each time as ours does.
  expect(Object.fromEntries(given("/sw.js"))).toEqual(EVERY_RESPONSE);
});

it("stays within the length of a line that Cloudflare Pages reads", () => {
  const longest = Math.max(...HOST_FILES["_headers"]!.split("\n").map((line) => line.length));
  // Source: https://developers.cloudflare.com/pages/configuration/headers/
  expect(longest).toBeLessThanOrEqual(2000);
});

it.each(["nginx.conf", "Caddyfile"])("has every header in %s", (name) => {
  for (const [header, value] of Object.entries(EVERY_RESPONSE))
    expect(HOST_FILES[name]).toContain(`${header} "${value}"`);
});

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly headers: [name: string, value: string][];
}

/** A path at the beginning of a line, and its headers indented below; "*" stands for any end. */
function parseHeadersFile(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split("\n").filter((each) => !/^(#|$)/.test(each))) {
    const [, name, value] = /^ +([\w-]+): (.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)!.headers.push([name, value]);
    else rules.push({ matches: (path) => path.startsWith(line.replace(/\*$/, "")), headers: [] });
  }
  return rules;
}
