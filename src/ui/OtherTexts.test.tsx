// @vitest-environment jsdom
import { Component, Suspense, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { expect, it, vi } from "vitest";

import { createI18n } from "../i18n/createI18n.ts";
import { OtherTexts } from "./OtherTexts.tsx";

it("fails where the texts cannot be had, instead of asking for ever", async () => {
  // React writes every caught error to the console.
  vi.spyOn(console, "error").mockReturnValue();
  const i18n = createI18n("en");
  const broken = vi.spyOn(i18n, "addResourceBundle").mockImplementation(() => {
    throw new TypeError("the line broke");
  });
  const place = document.createElement("div");
  // Not through the testing library, whose `act` hides that a component suspends again and again.
  const root = createRoot(place);
  root.render(
    <I18nextProvider i18n={i18n}>
      <Boundary>
        <Suspense fallback="waiting">
          <OtherTexts>here</OtherTexts>
        </Suspense>
      </Boundary>
    </I18nextProvider>,
  );
  await vi.waitFor(() => {
    expect(place.textContent).toBe("failed");
  });
  expect(broken).toHaveBeenCalledOnce();
  root.unmount();
});

class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? "failed" : this.props.children;
  }
}
