// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { faceLike, galleryOf } from "../../app/fixtures.ts";
import type { Match, MatchResult } from "../../app/answer/matchResult.ts";
import type { QualityVerdict } from "../../face/quality.ts";
import type { PeopleFilter } from "../../gallery/peopleFilter.ts";
import type { Language } from "../../i18n/language.ts";
import { renderInLanguage } from "../testing/renderInLanguage.tsx";
import { ResultScreen } from "./ResultScreen.tsx";

// In turn a woman and a man; the face is Alan Turing's.
const NAMES = [
  ...["Ada Lovelace", "Alan Turing", "Grace Hopper", "Kurt Gödel", "Emmy Noether", "Pál Erdős"],
  ...["Mary Somerville", "Carl Gauss", "Sofia Kovalevskaya", "Leonhard Euler"],
];

// jsdom draws nothing, lays nothing out and has no media queries.
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", () => ({
    matches: true,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it("shows five matches, best first, each with its similarity", () => {
  show();
  expect(matchIds()).toHaveLength(5);
  expect(matchIds()[0]).toBe("alan-turing");
  for (const match of screen.getAllByTestId("match"))
    expect(within(match).getByTestId("match-score").textContent).toMatch(/^\d+\.\d%$/);
});

it("names the person and never claims a likeness of 100 %", () => {
  show();
  expect(heading("Alan Turing")).toBeTruthy();
  expect(screen.getAllByTestId("match-score")[0]!.textContent).toBe("99.9%");
  expect(screen.getByText("is the star you are most like, of 10")).toBeTruthy();
});

it("opens another in place of the first, moves the focus to the name, keeps the order, and goes back", () => {
  show();
  const before = matchIds();
  const third = within(screen.getAllByTestId("match")[2]!).getByRole("button");
  fireEvent.click(third);

  const name = screen.getByRole("heading", { level: 1 });
  expect(third.textContent).toContain(name.textContent);
  expect(document.activeElement).toBe(name);
  expect(screen.getByText("No. 3 for you, of 10")).toBeTruthy();
  expect(third.getAttribute("aria-current")).toBe("true");
  expect(screen.queryByText(/A clear first|A near thing|Take it lightly/)).toBeNull();
  expect(matchIds()).toEqual(before);

  fireEvent.click(screen.getByRole("button", { name: "Back to Alan Turing" }));
  expect(heading("Alan Turing")).toBeTruthy();
});

it("ranks anew among a group at once, from its first, and remembers through its owner", () => {
  const { onFilter } = show();
  fireEvent.click(within(screen.getAllByTestId("match")[2]!).getByRole("button"));
  fireEvent.click(screen.getByRole("radio", { name: "Women" }));
  expect(onFilter).toHaveBeenCalledWith("women");
  expect(matchIds()).toHaveLength(5);
  expect(matchIds()).not.toContain("alan-turing");
  expect(screen.getByText("is the star you are most like, of 5 women")).toBeTruthy();
});

it("offers only groups with enough people, and everyone in place of a remembered one without", () => {
  show({ filter: "music" });
  expect(screen.getAllByRole("radio").map((radio) => radio.closest("label")?.textContent)).toEqual([
    "Everyone",
    "Women",
    "Men",
    "Screen",
  ]);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Everyone" }).checked).toBe(true);
  expect(heading("Alan Turing")).toBeTruthy();
});

it("says why not somebody: the place of any name, which can be opened", () => {
  show({ filter: "men" });
  search("kovalev");
  expect(screen.getByText("1 person")).toBeTruthy();
  const row = screen.getByRole("button", { name: /^\d+Sofia Kovalevskayaof 10/ });
  fireEvent.click(row);
  expect(heading("Sofia Kovalevskaya")).toBeTruthy();
  expect(row.getAttribute("aria-current")).toBe("true");
});

it("finds the name without its accents, and says when nobody has it", () => {
  show({ filter: "men" });
  search("godel");
  expect(screen.getByRole("button", { name: /Kurt Gödelof 5 men/ })).toBeTruthy();
  search("zzz");
  expect(screen.getByText("Nobody here has that name.")).toBeTruthy();
});

it("says kindly when nobody is near, and still names the nearest", () => {
  show({ axis: 100, openSetDistance: 2 });
  expect(heading("Nobody, really")).toBeTruthy();
  expect(screen.getByText(/Nearest, though not near: Ada Lovelace/)).toBeTruthy();
  expect(matchIds()).toHaveLength(5);
});

it("explains its numbers on demand", () => {
  show();
  const trigger = screen.getByRole("button", { name: "What do these numbers mean?" });
  expect(trigger.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(trigger);
  expect(trigger.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByText(/of these pairs are less alike than you and Alan Turing/)).toBeTruthy();
});

it("answers a poor photo too, but says so, and of how many pictures it is the mean", () => {
  show({ verdict: "tooDark", used: 3, given: 4 });
  expect(screen.getByText(/The face is dark/)).toBeTruthy();
  expect(screen.getByText("The mean of 3 pictures of 4.")).toBeTruthy();
});

it("shares whoever stands large on the screen", () => {
  const { onShare } = show();
  fireEvent.click(within(screen.getAllByTestId("match")[1]!).getByRole("button"));
  fireEvent.click(screen.getByRole("button", { name: "Share" }));
  expect(onShare.mock.lastCall?.[0].person.id).toBe(matchIds()[1]);
});

it("takes another photo without leaving", () => {
  const { onPhotos } = show();
  const file = new File(["x"], "face.jpg", { type: "image/jpeg" });
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  fireEvent.change(input, { target: { files: [file] } });
  expect(onPhotos).toHaveBeenCalledWith([file]);
});

it("speaks Russian", () => {
  show({ language: "ru" });
  expect(screen.getByText("самое похожее на вас лицо из 10")).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Женщины" }));
  expect(screen.getByText("самое похожее на вас лицо из 5 женщин")).toBeTruthy();
});

interface Options {
  readonly axis?: number;
  readonly verdict?: QualityVerdict;
  readonly used?: number;
  readonly given?: number;
  readonly filter?: PeopleFilter;
  readonly openSetDistance?: number;
  readonly language?: Language;
}

function show({ axis = 1, verdict = "usable", language = "en", ...options }: Options = {}) {
  const { used = 1, given = 1, filter = "everyone", openSetDistance = 3 } = options;
  const result: MatchResult = {
    reading: { face: faceLike(axis, verdict), used, given },
    loaded: galleryOf(NAMES, openSetDistance),
  };
  const callbacks = {
    onFilter: vi.fn<(filter: PeopleFilter) => void>(),
    onPhotos: vi.fn(),
    onShare: vi.fn<(match: Match) => void>(),
  };
  renderInLanguage(<Remembering result={result} first={filter} callbacks={callbacks} />, language);
  return callbacks;
}

interface RememberingProps {
  readonly result: MatchResult;
  readonly first: PeopleFilter;
  readonly callbacks: Pick<Parameters<typeof ResultScreen>[0], "onFilter" | "onPhotos"> & {
    readonly onShare: (match: Match) => void;
  };
}

/** Holds the chosen group, as the settings do. */
function Remembering({ result, first, callbacks }: RememberingProps) {
  const [filter, setFilter] = useState(first);
  return (
    <ResultScreen
      {...callbacks}
      result={result}
      filter={filter}
      onFilter={(chosen) => {
        callbacks.onFilter(chosen);
        setFilter(chosen);
      }}
      onTakePhoto={vi.fn()}
    />
  );
}

function search(name: string) {
  fireEvent.change(screen.getByRole("searchbox", { name: "Search a name" }), {
    target: { value: name },
  });
}

function matchIds() {
  return screen.getAllByTestId("match").map(({ dataset }) => dataset["id"]);
}

function heading(name: string) {
  return screen.getByRole("heading", { level: 1, name });
}
