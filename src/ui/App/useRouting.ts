import { useEffect, useRef } from "react";
import { useHashLocation } from "wouter/use-hash-location";

import type { MatchSession } from "../../app/session/matchSession.ts";
import type { Phase } from "../../app/session/matchState.ts";
import { assertNever } from "../../shared/assert.ts";
import { pageOf, routeAction, type Page, type RouteAction } from "./routes.ts";

/** Ties the address to the session, so that back, links and bookmarks work. */
export function useRouting(session: MatchSession, phase: Phase, onCamera: () => void): Page {
  const [path, navigate] = useHashLocation();
  const before = useRef<{ readonly phase: Phase; readonly path: string }>(undefined);

  useEffect(() => {
    const action = routeAction(before.current, { phase, path });
    before.current = { phase, path };
    follow(action);

    function follow(action: RouteAction): void {
      switch (action.kind) {
        case "none":
          return;
        case "navigate":
          navigate(action.to, { replace: action.replace });
          return;
        case "startOver":
          session.startOver();
          return;
        case "openCamera":
          onCamera();
          return;
        case "startPair":
          session.startPair();
          return;
        case "leavePair":
          session.leavePair();
          return;
        default:
          assertNever(action);
      }
    }
  }, [session, phase, path, navigate, onCamera]);

  return pageOf(path);
}
