// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { INITIAL_PWA_STATE } from "../../app/pwaState.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { Footer } from "./Footer.tsx";

afterEach(cleanup);

it("promises nothing offline before everything is kept", () => {
  renderInLanguage(<Footer pwa={INITIAL_PWA_STATE} engine={undefined} gallery={undefined} />);
  expect(screen.getByText("Nothing leaves this device.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Privacy" }).getAttribute("href")).toBe("#/privacy");
  expect(screen.queryByTestId("offline-ready")).toBeNull();
  expect(screen.queryByTestId("engine")).toBeNull();
});

it("says what is kept, what it runs on, and starts a newer version", () => {
  const applyUpdate = vi.fn();
  renderInLanguage(
    <Footer
      pwa={{ offlineReady: { bytes: 16_140_000 }, applyUpdate }}
      engine={{ backend: "wasm", reason: "noWebGl" }}
      gallery={undefined}
    />,
    "ru",
  );
  expect(screen.getByTestId("offline-ready").textContent).toBe("Работает без сети, 16,1 МБ");
  expect(screen.getByTestId("engine").dataset["backend"]).toBe("wasm");
  expect(screen.getByTestId("engine").textContent).toBe("Работает на WebAssembly (нет WebGL)");
  fireEvent.click(screen.getByRole("button", { name: "Перейти" }));
  expect(applyUpdate).toHaveBeenCalledOnce();
});
