// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { InstallOffer } from "./InstallOffer.tsx";

afterEach(cleanup);

it("lets the browser ask, or lets it be", () => {
  const accept = vi.fn();
  const decline = vi.fn();
  renderInLanguage(<InstallOffer offer={{ kind: "prompt", accept, decline }} />);
  fireEvent.click(screen.getByRole("button", { name: "Install" }));
  expect(accept).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole("button", { name: "Not now" }));
  expect(decline).toHaveBeenCalledOnce();
});

it("says where to find it on iOS, which lets no page ask", () => {
  const offer = { kind: "shareMenu", decline: () => undefined } as const;
  renderInLanguage(<InstallOffer offer={offer} />, "ru");
  expect(screen.getByText(/На экран „Домой“/)).toBeTruthy();
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Не сейчас"]);
});
