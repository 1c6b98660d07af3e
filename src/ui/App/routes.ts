import type { Phase } from "../../app/session/matchState.ts";

/** Pages that stand beside the way from a photo to its answer. */
export type Page =
  /** `choosesPhoto`: somebody came for the file dialog, which only their own press may open. */
  | { readonly page: "match"; readonly choosesPhoto: boolean }
  | { readonly page: "people"; readonly personId: string | undefined }
  | { readonly page: "how" }
  | { readonly page: "privacy" }
  | { readonly page: "licences" }
  | { readonly page: "settings" }
  | { readonly page: "history" };

/** The page of an address; addresses that nobody knows lead to the start. */
export function pageOf(path: string): Page {
  const [, first, second] = path.split("/");
  switch (first) {
    case "people":
      return { page: "people", personId: second && decoded(second) };
    case "how":
    case "privacy":
    case "licences":
    case "settings":
    case "history":
      return { page: first };
    default:
      return { page: "match", choosesPhoto: path === CHOOSE };
  }
}

/** An address that was cut off in the middle of a letter names nobody. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

const HOME = "/";
/** The start, come to by the installed app's shortcut. */
const CHOOSE = "/choose";
const CAMERA = "/camera";
const ANSWER = "/answer";
const TWO = "/two";

const PATHS: Readonly<Record<Phase, string>> = {
  idle: HOME,
  camera: CAMERA,
  analysing: ANSWER,
  faceChoice: ANSWER,
  gate: ANSWER,
  matched: ANSWER,
  pairing: TWO,
  paired: ANSWER,
  problem: ANSWER,
};

interface Place {
  readonly phase: Phase;
  readonly path: string;
}

/** What keeps the address and the session together: one of the two follows the other. */
export type RouteAction =
  | { readonly kind: "none" }
  | { readonly kind: "navigate"; readonly to: string; readonly replace: boolean }
  | { readonly kind: "startOver" }
  | { readonly kind: "openCamera" }
  | { readonly kind: "startPair" }
  | { readonly kind: "leavePair" };

/**
 * Pure. A session that went on takes the address along; an address that
 * changed (back, a link, a bookmark) moves the session.
 *
 * @param before absent when the page has just been opened
 */
export function routeAction(before: Place | undefined, now: Place): RouteAction {
  if (before && before.phase !== now.phase) return followSession(before, now);
  if (before?.path === now.path) return { kind: "none" };
  return followAddress(before, now);
}

function followSession(before: Place, { phase, path }: Place): RouteAction {
  const to = PATHS[phase];
  if (to === path) return { kind: "none" };
  // Somebody who left the camera by a link stays where the link led.
  if (phase === "idle" && (path === CHOOSE || pageOf(path).page !== "match"))
    return { kind: "none" };
  // "Back" must not lead to a camera that opens again, nor to an answer that is gone.
  const replace = before.phase === "camera" || phase === "idle";
  return { kind: "navigate", to, replace };
}

function followAddress(before: Place | undefined, { phase, path }: Place): RouteAction {
  if (pageOf(path).page !== "match")
    return phase === "camera" ? { kind: "startOver" } : { kind: "none" };
  if (path === PATHS[phase] || (path === CHOOSE && phase === "idle")) return { kind: "none" };
  if (path === CAMERA) return { kind: "openCamera" };
  if (path === TWO) return { kind: "startPair" };
  if (path === ANSWER && phase === "pairing") return { kind: "leavePair" };
  if (path === ANSWER && phase === "idle") return { kind: "navigate", to: HOME, replace: true };
  // The start. From a page beside it the answer is left too: that is what "home" says.
  return before === undefined && path !== HOME
    ? { kind: "navigate", to: HOME, replace: true }
    : { kind: "startOver" };
}
