/**
 * The response with the headers that its host did not send. A policy in the page
 * binds the page alone; one in a header binds its workers too.
 *
 * Source: https://www.w3.org/TR/CSP3/#initialize-global-object-csp: a worker takes the
 * policy of the response that its script came in.
 *
 * @param headers by name; one that the host has sent stays as it is
 */
export function withHeaders(
  response: Response,
  headers: Readonly<Record<string, string>>,
): Response {
  const missing = Object.entries(headers).filter(([name]) => !response.headers.has(name));
  if (missing.length === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of missing) all.set(name, value);
  const { body, status, statusText } = response;
  return new Response(body, { status, statusText, headers: all });
}
