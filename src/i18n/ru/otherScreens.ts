/** The texts of every other screen: fetched once the first one is there. */
import { analysing } from "./analysing.ts";
import { camera } from "./camera.ts";
import { doubt } from "./doubt.ts";
import { evidence } from "./evidence.ts";
import { faceChoice } from "./faceChoice.ts";
import { gate } from "./gate.ts";
import { guide } from "./guide.ts";
import { history } from "./history.ts";
import { how } from "./how.ts";
import { install } from "./install.ts";
import { licences } from "./licences.ts";
import { pair } from "./pair.ts";
import { people } from "./people.ts";
import { privacy } from "./privacy.ts";
import { quality } from "./quality.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";
import { share } from "./share.ts";
import { sources } from "./sources.ts";

export const otherScreens = {
  analysing,
  camera,
  doubt,
  evidence,
  faceChoice,
  gate,
  guide,
  history,
  how,
  install,
  licences,
  pair,
  people,
  privacy,
  quality,
  result,
  settings,
  share,
  sources,
} as const;
