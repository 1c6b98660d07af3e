import { expect, it } from "vitest";

import { html, inlined } from "./html.ts";

it("escapes texts, in content and in attributes", () => {
  const text = `<b title="x">'&\r`;
  expect(html`<p title="${text}">${text}</p>`.html).toBe(
    `<p title="&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#13;">&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#13;</p>`,
  );
});

it("leaves markup as it is, one or many, and numbers", () => {
  const items = ["a", "<"].map((text) => html`<b>${text}</b>`);
  expect(html`<p>${items}${html`<i>c</i>`}${3}</p>`.html).toBe(
    "<p><b>a</b><b>&lt;</b><i>c</i>3</p>",
  );
});

it("puts code in as it is, unless it would end there", () => {
  expect(inlined("script", `"<b>" && 1`).html).toBe(`<script>"<b>" && 1</script>`);
  expect(() => inlined("script", `"</SCRIPT>"`)).toThrow("end early");
  expect(() => inlined("script", `"<!--"`)).toThrow("end early");
});
