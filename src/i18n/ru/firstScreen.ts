/** The texts that the first screen, and the one for its failure, need: part of the page's first script. */
import { app } from "./app.ts";
import { footer } from "./footer.ts";
import { home } from "./home.ts";
import { preparing } from "./preparing.ts";
import { problem } from "./problem.ts";

export const firstScreen = {
  app,
  footer,
  home,
  preparing,
  problem,
} as const;
