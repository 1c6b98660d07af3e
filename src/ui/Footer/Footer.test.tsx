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
  const apply = vi.fn();
  renderInLanguage(
    <Footer
      pwa={{
        ...INITIAL_PWA_STATE,
        offline: { phase: "ready", bytes: 16_140_000 },
        update: { apply, bytes: 400_000 },
      }}
      engine={{ backend: "wasm", reason: "noWebGl" }}
      gallery={undefined}
    />,
    "ru",
  );
  expect(screen.getByTestId("offline-ready").textContent).toBe("Работает без сети, 16,1 МБ");
  expect(screen.getByRole("status").textContent).toBe("Готова новая версия, 0,4 МБ. Перейти");
  expect(screen.getByTestId("engine").dataset["backend"]).toBe("wasm");
  expect(screen.getByTestId("engine").textContent).toBe("Работает на WebAssembly (нет WebGL)");
  fireEvent.click(screen.getByRole("button", { name: "Перейти" }));
  expect(apply).toHaveBeenCalledOnce();
});

it("says how far it is before it is ready", () => {
  const offline = { phase: "keeping", keptBytes: 4_200_000, totalBytes: 16_140_000 } as const;
  renderInLanguage(
    <Footer pwa={{ ...INITIAL_PWA_STATE, offline }} engine={undefined} gallery={undefined} />,
  );
  expect(screen.getByText("Getting ready for offline use: 4.2 of 16.1 MB")).toBeTruthy();
  expect(screen.queryByTestId("offline-ready")).toBeNull();
});

it("asks before it fetches on a metered connection", () => {
  const keep = vi.fn();
  renderInLanguage(
    <Footer
      pwa={{ ...INITIAL_PWA_STATE, offline: { phase: "offered", keep, bytes: 18_200_000 } }}
      engine={undefined}
      gallery={undefined}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Keep the app for offline use, 18.2 MB" }));
  expect(keep).toHaveBeenCalledOnce();
});
