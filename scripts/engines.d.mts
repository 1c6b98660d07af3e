export type EngineName = "firefox" | "webkit";

/** A browser that Playwright drives, or one behind a WebDriver of its own. */
export type FoundEngine =
  | { readonly kind: "playwright" }
  | { readonly kind: "firefoxEsr"; readonly path: string }
  | {
      readonly kind: "webKitGtk";
      readonly driver: string;
      readonly display: string;
      readonly browser: string;
    };

export const ENGINES: readonly EngineName[];
export function findEngine(name: EngineName): Promise<FoundEngine | undefined>;
