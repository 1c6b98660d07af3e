import { EVERY_RESPONSE, headersFor } from "../../scripts/build/hosting/headers.ts";
import type { Host } from "./staticServer.ts";

const POLICY = "Content-Security-Policy";

/**
 * A host that sends every header there is, and hears what breaks the policy.
 *
 * @param violations gets the name of each broken directive, be it by the page, a
 *   worker or the service worker
 */
export function strictHost(base: string, violations: string[]): Host {
  return {
    base,
    headersFor: (path) => ({
      ...headersFor(path),
      // Browsers send these reports from the page, its workers and the service worker alike.
      [POLICY]: `${EVERY_RESPONSE[POLICY]!}; report-uri ${base}report`,
    }),
    onPost: (text) => violations.push(directiveOf(text)),
  };
}

/** Source: https://www.w3.org/TR/CSP3/#deprecated-serialize-violation. */
function directiveOf(report: string): string {
  const { "csp-report": body } = JSON.parse(report) as {
    "csp-report": { "effective-directive": string };
  };
  return body["effective-directive"];
}
