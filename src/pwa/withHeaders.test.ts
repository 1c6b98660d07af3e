import { expect, it } from "vitest";

import { withHeaders } from "./withHeaders.ts";

const HEADERS = {
  "Content-Security-Policy": "default-src 'none'",
  "Referrer-Policy": "no-referrer",
};

it("adds what the host does not send, to the same content", async () => {
  const bare = new Response("start", { headers: { "Content-Type": "text/html" } });
  const response = withHeaders(bare, HEADERS);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-security-policy": "default-src 'none'",
    "content-type": "text/html",
    "referrer-policy": "no-referrer",
  });
  expect(await response.text()).toBe("start");
});

it("leaves the host's own headers, and a response that lacks none, as they are", () => {
  const stricter = { ...HEADERS, "Content-Security-Policy": "sandbox" };
  const own = withHeaders(
    new Response("", { headers: { "content-security-policy": "sandbox" } }),
    HEADERS,
  );
  expect(own.headers.get("Content-Security-Policy")).toBe("sandbox");
  const complete = new Response("", { headers: stricter });
  expect(withHeaders(complete, HEADERS)).toBe(complete);
});

it.each([404, 206, 204])("passes a %i on", (status) => {
  const body = status === 204 ? null : "some";
  expect(withHeaders(new Response(body, { status }), HEADERS).status).toBe(status);
});
