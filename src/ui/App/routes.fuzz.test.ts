import fc from "fast-check";
import { expect, it } from "vitest";

import { FUZZ } from "../../shared/testing/fuzzing.ts";
import { firstLanguage, LANGUAGES } from "../../i18n/language.ts";
import { pageOf, routeAction } from "./routes.ts";

it("has a page for every address", () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom("people", "%", "%E0%A4%A", "how", "__proto__"),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const path = `/${parts.join("/")}`;
      expect(pageOf(path)).toHaveProperty("page");
      expect(routeAction(undefined, { phase: "idle", path })).toHaveProperty("kind");
    }),
    FUZZ,
  );
});

it("has a language for every browser and every remembered choice", () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.array(fc.string()), (chosen, preferred) => {
      expect(LANGUAGES).toContain(firstLanguage(chosen, preferred));
    }),
    FUZZ,
  );
});
