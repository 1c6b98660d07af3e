// `npm start`: from a fresh checkout to the built app on http://localhost:4173.
// Installs what is missing, copies the weights, builds, serves until it is stopped.
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import { ensureInstalled } from "./ensureInstalled.mjs";
import { endWithNpm, run } from "./runProgram.mjs";

const PORT = 4173;
const root = fileURLToPath(new URL("..", import.meta.url));

endWithNpm();
await refuseTakenPort();
ensureInstalled(root);
const { status: built } = await run("npm", ["run", "-s", "build"], { cwd: root });
if (built !== 0) process.exit(built);
await serve();

/** Says so before the build, not after it. */
async function refuseTakenPort() {
  const probe = createServer();
  const error = await new Promise((resolve) => {
    probe.once("error", resolve);
    probe.listen({ port: PORT, host: "localhost" }, () => resolve(undefined));
  });
  if (error?.code === "EADDRINUSE") {
    console.error(
      `Port ${PORT} is taken by another program (perhaps an earlier "npm start"). Stop it and try again.`,
    );
    process.exit(1);
  }
  if (error) throw error;
  await new Promise((resolve) => probe.close(resolve));
}

async function serve() {
  const { preview } = await import("vite");
  await preview({ root, preview: { port: PORT, strictPort: true } });
  console.log(`\nStarlike is ready: http://localhost:${PORT}\nStop it with Ctrl+C.`);
}
