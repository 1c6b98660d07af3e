/** Every text of the page, Russian: the keys of `en.ts`, with the plural forms of Russian. */
import { firstScreen } from "./ru/firstScreen.ts";
import { otherScreens } from "./ru/otherScreens.ts";

export const ru = { ...firstScreen, ...otherScreens } as const;
