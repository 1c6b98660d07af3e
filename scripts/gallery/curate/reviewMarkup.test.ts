// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";

import { decodeCuration, type CurationRow } from "./curationFile.ts";
import { reviewMarkup } from "./reviewMarkup.ts";
import { readPageCode, type FiledPhoto, type Review, type ReviewItem } from "./reviewReport.ts";

/** What a file can be called, and what a person may be called in people.csv. */
const HOSTILE = `<img src=x onerror="document.title='hit'">, "it's".jpg`;
const HOSTILE_NAME = `" autofocus onfocus="document.title='hit'"></script><script>document.title='hit'</script>`;
const THUMBNAIL = "data:image/webp;base64,AAAA";

const review: Review = {
  title: "Review <of> the gallery",
  items: [
    suspect(filed("ann/1.jpg", "ann", "Ann"), ["looksLike"], "bob"),
    suspect(filed(`ann/${HOSTILE}`, "ann", HOSTILE_NAME), ["farFromOwn", "oddKind"], "bob"),
    suspect(filed("bob/3.jpg", "bob", "Bob"), ["looksLike"], "bob"),
  ],
  duplicates: [
    {
      kind: "picture",
      acrossPeople: true,
      photos: [filed("ann/1.jpg", "ann", "Ann"), filed("bob/4.jpg", "bob", "Bob")],
    },
  ],
  unusable: [
    { ...filed("ann/7.jpg", "ann", "Ann"), reason: "tooDark" },
    { ...filed("ann/8.jpg", "ann", "Ann"), reason: "noFace" },
    { ...filed(`bob/${HOSTILE}`, "bob", "Bob"), reason: "noFace" },
  ],
  people: [
    { id: "ann", name: "Ann" },
    { id: "bob", name: HOSTILE_NAME },
    { id: "cy", name: "Cy Ó Dálaigh" },
  ],
  typical: new Map([
    [
      "ann",
      [
        { name: "ann/5.jpg", path: "5" },
        { name: "ann/6.jpg", path: "6" },
      ],
    ],
  ]),
};

beforeEach(async () => {
  const thumbnails = new Map([
    ["1", THUMBNAIL],
    ["5", THUMBNAIL],
  ]);
  const code = await readPageCode();
  document.documentElement.innerHTML = reviewMarkup(review, thumbnails, code);
  // A script that comes with innerHTML stays idle.
  const script = document.createElement("script");
  script.textContent = code.script;
  document.querySelector("script")!.replaceWith(script);
});

describe("the markup", () => {
  it("runs nothing and holds nothing that a name brought along", () => {
    expect(document.title).toBe("Review <of> the gallery");
    expect(document.querySelectorAll("script")).toHaveLength(1);
    expect(document.querySelectorAll("[onerror], [onfocus], [autofocus]")).toHaveLength(0);
    expect(card(HOSTILE).querySelector("h3")!.textContent.trim()).toBe(`ann/${HOSTILE}`);
  });

  it("asks nothing of any other place", () => {
    const addresses = [...document.querySelectorAll("[src], [href]:not(#download)")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href"),
    );
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.every((address) => address === THUMBNAIL)).toBe(true);
    const policy = document.querySelector("meta[http-equiv]")!.getAttribute("content")!;
    expect(policy).toMatch(/^default-src 'none'; img-src data:; script-src 'sha256-/);
  });

  it("shows a suspect beside the person's photos, what the model sees, and why", () => {
    const { textContent } = card("1.jpg");
    expect(textContent).toContain("looks like somebody else");
    expect(textContent.replaceAll(/\s+/g, " ")).toContain("90.0 %");
    expect(card("1.jpg").querySelectorAll(".typical > *")).toHaveLength(2);
    expect(card("1.jpg").querySelectorAll("img")).toHaveLength(2);
    expect(card("1.jpg").querySelector(".missing")!.textContent).toBe("cannot be shown");
    expect(card(HOSTILE).textContent).toContain("odd kind");
  });

  it("counts what has no usable face, most frequent reason first", () => {
    const summaries = [...document.querySelectorAll("main summary")].map((one) =>
      one.textContent.trim(),
    );
    expect(summaries).toEqual(["no face found (2)", "too dark (1)"]);
  });

  it("names every control", () => {
    for (const control of document.querySelectorAll<HTMLInputElement>("input, select, textarea"))
      expect(control.labels!.length > 0 || control.hasAttribute("aria-label")).toBe(true);
  });
});

describe("the page", () => {
  it("gives the rows of its decisions, names and all", () => {
    press(card("1.jpg"), "drop");
    fill(card(HOSTILE), "reason", `no, "really"`);
    press(card(HOSTILE), "keep");
    press(card("3.jpg"), "keep");
    fill(card("4.jpg"), "target", "cy ó dálaigh");
    press(card("4.jpg"), "move");
    expect(rows()).toEqual([
      row("ann", "1.jpg", { kind: "drop" }, "looks like somebody else"),
      row("ann", HOSTILE, { kind: "keep" }, `no, "really"`),
      row("bob", "3.jpg", { kind: "keep" }, "looked at: the right person"),
      row(
        "bob",
        "4.jpg",
        { kind: "move", to: "cy" },
        expect.stringContaining("duplicate: ") as string,
      ),
    ]);
  });

  it("lets a reason be given afterwards, and a decision be changed and undone", () => {
    press(card("1.jpg"), "drop");
    fill(card("1.jpg"), "reason", "a rock");
    expect(rows()).toMatchObject([{ reason: "a rock" }]);
    press(card("1.jpg"), "keep");
    expect(rows()).toMatchObject([{ decision: { kind: "keep" } }]);
    press(card("1.jpg"), "undo");
    expect(rows()).toEqual([]);
  });

  it("shows a decision on every card of the photo", () => {
    press(card("1.jpg"), "drop");
    const pressed = [...document.querySelectorAll('[data-do="drop"][aria-pressed="true"]')];
    expect(pressed).toHaveLength(2);
    expect(status()).toBe("5 of 5 photos shown, 1 decided");
  });

  it("suggests the other name the model sees, and refuses a move to nobody", () => {
    expect(field(card("1.jpg"), "target").value).toBe("bob");
    expect(field(card("3.jpg"), "target").value).toBe("");
    for (const nobody of ["", "Zoe", "bob"]) {
      fill(card("3.jpg"), "target", nobody);
      press(card("3.jpg"), "move");
      expect(rows()).toEqual([]);
      expect(field(card("3.jpg"), "target").validity.valid).toBe(false);
    }
  });

  it("is used by keys: j, d, Shift K, k, u", () => {
    for (const key of ["j", "d", "K"]) type(key);
    expect(rows()).toMatchObject([
      { file: "1.jpg", decision: { kind: "drop" } },
      { file: HOSTILE, decision: { kind: "keep" } },
    ]);
    expect(document.activeElement).toBe(card("3.jpg"));
    for (const key of ["k", "u"]) type(key);
    expect(rows()).toMatchObject([{ file: "1.jpg" }]);
    expect(document.activeElement).toBe(card(HOSTILE));
  });

  it("moves by m and Enter, and takes no letters for keys while a name is typed", () => {
    for (const key of ["j", "m", "d", "j"]) type(key);
    expect(document.activeElement).toBe(field(card("1.jpg"), "target"));
    expect(rows()).toEqual([]);
    type("Enter");
    expect(rows()).toMatchObject([{ file: "1.jpg", decision: { kind: "move", to: "bob" } }]);
  });

  it("leaves the keys alone when they are switched off or belong to the browser", () => {
    type("j");
    type("d", { ctrlKey: true });
    document.querySelector<HTMLInputElement>("#shortcuts")!.checked = false;
    type("d");
    expect(rows()).toEqual([]);
  });

  it("filters by text, by reason and by what is decided", () => {
    setFilter("#kind", "looksLike");
    expect(shownFiles()).toEqual(["1.jpg", "3.jpg"]);
    setFilter("#kind", "");
    setFilter("#text", "ANN/1");
    expect(shownFiles()).toEqual(["1.jpg", "1.jpg", "4.jpg"]);
    setFilter("#text", "");
    const undecided = document.querySelector<HTMLInputElement>("#undecided")!;
    undecided.checked = true;
    press(card("1.jpg"), "drop");
    expect(shownFiles()).toEqual([HOSTILE, "3.jpg", "1.jpg", "4.jpg"]);
  });

  it("offers the rows for download, as UTF-8", () => {
    fill(card("1.jpg"), "reason", "не она, #1 %");
    press(card("1.jpg"), "drop");
    const link = document.querySelector<HTMLAnchorElement>("#download")!;
    const [type, data] = link.href.split(/,(.*)/s);
    expect(type).toBe("data:text/csv;charset=utf-8");
    expect(decodeURIComponent(data!)).toBe(rowsText());
    expect(rows()).toMatchObject([{ reason: "не она, #1 %" }]);
  });
});

function filed(name: string, id: string, personName: string): FiledPhoto {
  const file = name.slice(name.indexOf("/") + 1);
  return { photo: { name, path: file.replace(".jpg", "") }, person: { id, name: personName } };
}

function suspect(photo: FiledPhoto, reasons: readonly string[], seen: string): ReviewItem {
  const scores = { margin: 0.25, committee: 1 };
  const topNames = [{ id: seen, name: seen, share: 0.9 }];
  return { ...photo, suspicion: 0.8, reasons, scores, topNames };
}

function row(
  folder: string,
  file: string,
  decision: CurationRow["decision"],
  reason: string,
): CurationRow {
  return { folder, file, decision, reason };
}

function cards(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-file]")];
}

/** The first card of the file. */
function card(file: string): HTMLElement {
  return cards().find(({ dataset }) => dataset["file"] === file)!;
}

function shownFiles(): readonly (string | undefined)[] {
  return cards()
    .filter((one) => !one.closest("[hidden]"))
    .map(({ dataset }) => dataset["file"]);
}

function press(on: HTMLElement, what: string): void {
  on.querySelector<HTMLButtonElement>(`[data-do=${what}]`)!.click();
}

function field(on: HTMLElement, role: string): HTMLInputElement {
  return on.querySelector<HTMLInputElement>(`[data-role=${role}]`)!;
}

function fill(on: HTMLElement, role: string, value: string): void {
  field(on, role).value = value;
  field(on, role).dispatchEvent(new Event("input", { bubbles: true }));
}

function setFilter(selector: string, value: string): void {
  const control = document.querySelector<HTMLInputElement>(selector)!;
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function type(key: string, held: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...held }));
}

function status(): string | null {
  return document.querySelector("#status")!.textContent;
}

function rowsText(): string {
  return document.querySelector<HTMLTextAreaElement>("#rows")!.value;
}

function rows(): readonly CurationRow[] {
  const decoded = decodeCuration(rowsText());
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  return decoded.value;
}
