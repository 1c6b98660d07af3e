/** Every text of the page, English, a file for each part of it. `ru.ts` has the same keys; a test compares them. */
import { firstScreen } from "./en/firstScreen.ts";
import { otherScreens } from "./en/otherScreens.ts";

export const en = { ...firstScreen, ...otherScreens } as const;
