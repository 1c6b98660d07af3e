/** Every text of the page, English, a file for each part of it. `ru.ts` has the same keys; a test compares them. */
import { analysing } from "./en/analysing.ts";
import { app } from "./en/app.ts";
import { camera } from "./en/camera.ts";
import { doubt } from "./en/doubt.ts";
import { evidence } from "./en/evidence.ts";
import { faceChoice } from "./en/faceChoice.ts";
import { footer } from "./en/footer.ts";
import { gate } from "./en/gate.ts";
import { guide } from "./en/guide.ts";
import { history } from "./en/history.ts";
import { home } from "./en/home.ts";
import { how } from "./en/how.ts";
import { install } from "./en/install.ts";
import { licences } from "./en/licences.ts";
import { pair } from "./en/pair.ts";
import { people } from "./en/people.ts";
import { preparing } from "./en/preparing.ts";
import { privacy } from "./en/privacy.ts";
import { problem } from "./en/problem.ts";
import { quality } from "./en/quality.ts";
import { result } from "./en/result.ts";
import { settings } from "./en/settings.ts";
import { share } from "./en/share.ts";
import { sources } from "./en/sources.ts";

export const en = {
  analysing,
  app,
  camera,
  doubt,
  evidence,
  faceChoice,
  footer,
  gate,
  guide,
  history,
  home,
  how,
  install,
  licences,
  pair,
  people,
  preparing,
  privacy,
  problem,
  quality,
  result,
  settings,
  share,
  sources,
} as const;
