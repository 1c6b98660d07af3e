import fc from "fast-check";
import { expect, it } from "vitest";

import { plainText } from "./plainText.ts";

it.each([
  ['<a href="//x" title="User:A">Ann &amp; Bob</a>', "Ann & Bob"],
  ["Jos&#233; &#xC9;mile&nbsp;Z", "José Émile Z"],
  ["<p>One</p><p>Two<br>Three</p>", "One Two Three"],
  ["<style>.a{color:red}</style>A<script>alert(1)</script>", "A"],
  ['<span style="display: none;">creator QS:P170</span>Ann', "Ann"],
  ["<!-- <b>x</b> -->Ann", "Ann"],
  ["&amp;lt;b&amp;gt;", "&lt;b&gt;"],
  ["a < b, 3 > 2", "a < b, 3 > 2"],
  ["&unknown; &#99999999;", "&unknown; &#99999999;"],
  ["  spread \n\t out ", "spread out"],
  ["", ""],
])("reads %s", (html, text) => {
  expect(plainText(html)).toBe(text);
});

it("gives back any text that was escaped", () => {
  const escapes: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&#34;",
  };
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const html = text.replace(/[&<>"]/g, (character) => escapes[character] ?? "");
      expect(plainText(html)).toBe(text.replace(/\s+/g, " ").trim());
    }),
    { seed: 20240501 },
  );
});
