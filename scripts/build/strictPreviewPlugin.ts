import type { Plugin } from "vite";

import { headersFor } from "./hosting/headers.ts";

/** Serves the built app of `vite preview` and `npm start` as strictly as a well-kept host does. */
export function strictPreview(): Plugin {
  return {
    name: "strict-preview",
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        response.setHeaders(new Map(Object.entries(headersFor(pathname))));
        next();
      });
    },
  };
}
