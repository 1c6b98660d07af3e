/** Every text of the page, Russian: the keys of `en.ts`, with the plural forms of Russian. */
import { analysing } from "./ru/analysing.ts";
import { app } from "./ru/app.ts";
import { camera } from "./ru/camera.ts";
import { doubt } from "./ru/doubt.ts";
import { evidence } from "./ru/evidence.ts";
import { faceChoice } from "./ru/faceChoice.ts";
import { footer } from "./ru/footer.ts";
import { gate } from "./ru/gate.ts";
import { guide } from "./ru/guide.ts";
import { history } from "./ru/history.ts";
import { home } from "./ru/home.ts";
import { how } from "./ru/how.ts";
import { install } from "./ru/install.ts";
import { licences } from "./ru/licences.ts";
import { pair } from "./ru/pair.ts";
import { people } from "./ru/people.ts";
import { preparing } from "./ru/preparing.ts";
import { privacy } from "./ru/privacy.ts";
import { problem } from "./ru/problem.ts";
import { quality } from "./ru/quality.ts";
import { result } from "./ru/result.ts";
import { settings } from "./ru/settings.ts";
import { share } from "./ru/share.ts";
import { sources } from "./ru/sources.ts";

export const ru = {
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
