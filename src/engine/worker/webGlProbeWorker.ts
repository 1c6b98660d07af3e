// A worker of its own: where a processor plays the graphics card, the question holds its thread up for 0.4 s.
import { probeWebGl } from "./webGlSupport.ts";

postMessage(probeWebGl());
