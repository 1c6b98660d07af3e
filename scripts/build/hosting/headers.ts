/**
 * The response headers that the app is served with: the one place where they
 * are written. The ready-made files in `hosting/`, `npm start`, the policy inside
 * the built page and the tests all come from here.
 */

/** Directive to its values. */
type Policy = Readonly<Record<string, readonly string[]>>;

/** Source: https://www.w3.org/TR/CSP3/. */
const PAGE_POLICY: Policy = {
  "default-src": ["'none'"],
  // WebAssembly, and no eval: tfjs, its self-test and the HEIC decoder are compiled from files of our own.
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "worker-src": ["'self'"],
  "connect-src": ["'self'"],
  // The visitor's photos are blobs; the portraits are kept as data, for offline use.
  "img-src": ["'self'", "blob:", "data:"],
  "media-src": ["'self'", "blob:"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  // Text becomes neither markup nor code; src/trustOwnScripts.ts is the one policy.
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["default"],
};

/** A page cannot say this of itself: browsers ignore the directive in a meta element. */
const HEADER_ONLY_POLICY: Policy = { "frame-ancestors": ["'none'"] };

/** The policy for a `<meta http-equiv="Content-Security-Policy">`. */
export const META_POLICY = writePolicy(PAGE_POLICY);

/** Of every response, whatever its path and status. */
export const EVERY_RESPONSE: Readonly<Record<string, string>> = {
  "Content-Security-Policy": writePolicy({ ...PAGE_POLICY, ...HEADER_ONLY_POLICY }),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * What the service worker adds where the host sends no headers, from the second
 * page load on. Not what isolates the page: that would change what it is
 * between one visit and the next.
 */
export const ADDED_HEADERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(EVERY_RESPONSE).filter(([name]) => !name.startsWith("Cross-Origin-")),
);

/** The folder whose files have a hash of their content in the name. */
export const HASHED_FOLDER = "assets";

/** How long an answer may be used without asking again. */
export const CACHE_CONTROL = {
  /** A file that changes gets a new name. */
  hashed: "public, max-age=31536000, immutable",
  /** Kept, and asked about each time: the page, the service worker, the gallery, the weights. */
  other: "no-cache",
} as const;

/** @param path of the request, from whatever folder the app is served */
export function headersFor(path: string): Readonly<Record<string, string>> {
  const isHashed = path.includes(`/${HASHED_FOLDER}/`);
  return {
    ...EVERY_RESPONSE,
    "Cache-Control": isHashed ? CACHE_CONTROL.hashed : CACHE_CONTROL.other,
  };
}

function writePolicy(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, values]) => [directive, ...values].join(" "))
    .join("; ");
}
