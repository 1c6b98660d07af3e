import { resolve } from "node:path";
import sirv from "sirv";
import type { Plugin } from "vite";

import { headersFor } from "./hosting/headers.ts";

/**
 * Serves the built app of `vite preview` and `npm start` as a well-kept host does:
 * with every header, and in the compressed form that the build has laid beside a file.
 */
export function strictPreview(): Plugin {
  return {
    name: "strict-preview",
    configurePreviewServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        response.setHeaders(new Map(Object.entries(headersFor(pathname))));
        next();
      });
      const dist = resolve(config.root, config.build.outDir);
      // "dev" looks at the folder at each request: a new build may have changed it.
      middlewares.use(sirv(dist, { brotli: true, gzip: true, etag: true, dev: true }));
    },
  };
}
