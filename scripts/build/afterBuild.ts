import { resolve } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";

/**
 * A plugin that works on the folder of the app's finished build; not on one that
 * failed, nor on what Vite builds beside it. Such plugins run one after the
 * other, as they stand in the configuration.
 *
 * @param work gets the build's folder, absolute
 */
export function afterBuild(
  name: string,
  work: (dist: string, config: ResolvedConfig) => Promise<void>,
): Plugin {
  let config: ResolvedConfig;
  let failed = false;
  return {
    name,
    apply: (_, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    configResolved(resolved) {
      config = resolved;
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        if (!failed) await work(resolve(config.root, config.build.outDir), config);
      },
    },
  };
}
