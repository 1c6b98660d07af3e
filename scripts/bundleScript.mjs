import { createHash } from "node:crypto";
import { basename, join, relative } from "node:path";
import { build } from "vite";

/** The WASM backend's loader asks for them in Node. */
const COMMONJS_GLOBALS = `import { createRequire as createRequireOfBundle } from "node:module";
const require = createRequireOfBundle(import.meta.url);
const __filename = import.meta.filename ?? new URL(import.meta.url).pathname;
const __dirname = new URL(".", import.meta.url).pathname;`;

/**
 * Bundles a TypeScript script for Node, with the resolution rules of the app.
 *
 * Packages stay outside the bundle, but for face-api and tfjs, which must be
 * compiled as they are for the browser.
 *
 * @returns the path of the bundle, under `.cache/scripts`; each process writes
 *   its own, so that two commands may start at once
 */
export async function bundleScript(root, script) {
  const name = basename(script).replace(/\.ts$/, "");
  const place = createHash("sha256").update(relative(root, script)).digest("hex").slice(0, 8);
  const outDir = join(root, ".cache", "scripts", `${name}-${place}-${process.pid}`);
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: [/@vladmandic\/face-api/, /@tensorflow\//] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: "node20",
      rolldownOptions: {
        input: { [name]: script },
        output: { entryFileNames: "[name].mjs", banner: COMMONJS_GLOBALS },
      },
    },
  });
  return join(outDir, `${name}.mjs`);
}
