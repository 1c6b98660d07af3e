// What the review page does. It is put into the page as it stands, so it is plain
// JavaScript, and it may not hold the end of a script element.
/* global document, window */
"use strict";

{
  const KEPT = "looked at: the right person";
  const cards = [...document.querySelectorAll("[data-file]")];
  const filtered = [...document.querySelectorAll("[data-kinds]")];
  const byId = (id) => document.getElementById(id);
  const people = new Map();
  for (const { value, textContent } of byId("people").options) {
    people.set(textContent.trim().toLowerCase(), value);
    people.set(value.toLowerCase(), value);
  }

  /** Decisions by photo: one may stand on several cards. */
  const decisions = new Map();
  let current;
  let isSaved = true;

  for (const card of cards) {
    card.addEventListener("focusin", () => (current = card));
    for (const button of card.querySelectorAll("[data-do]"))
      button.addEventListener("click", () => decide(card, button.dataset.do));
    part(card, "reason").addEventListener("input", () => {
      const known = decisions.get(photoOf(card));
      if (known) decide(card, known.kind);
    });
    part(card, "target").addEventListener("keydown", (event) => {
      if (event.key === "Enter") decideAndGoOn("move");
    });
  }
  byId("filters").addEventListener("input", showMatching);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("download").addEventListener("click", () => (isSaved = true));
  document.body.addEventListener("keydown", onKey);
  window.addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  showMatching();

  function decide(card, kind) {
    const target = part(card, "target");
    target.setCustomValidity("");
    const to = people.get(target.value.trim().toLowerCase());
    if (kind === "move" && (to === undefined || to === card.dataset.folder)) {
      target.setCustomValidity("Choose another person from the list.");
      target.reportValidity();
      return false;
    }
    const reason = part(card, "reason").value.trim() || (kind === "keep" ? KEPT : card.dataset.why);
    const { folder, file } = card.dataset;
    if (kind === "undo") decisions.delete(photoOf(card));
    else decisions.set(photoOf(card), { folder, file, kind, to, reason });
    isSaved = decisions.size === 0;
    for (const other of cards) if (photoOf(other) === photoOf(card)) show(other);
    showMatching();
    return true;
  }

  function show(card) {
    const decision = decisions.get(photoOf(card));
    card.toggleAttribute("data-decided", decision !== undefined);
    for (const button of card.querySelectorAll("[aria-pressed]"))
      button.setAttribute("aria-pressed", String(button.dataset.do === decision?.kind));
    card.querySelector("output").textContent = decision ? wordOf(decision) : "";
  }

  function showMatching() {
    const text = byId("text").value.trim().toLowerCase();
    const kind = byId("kind").value;
    const onlyUndecided = byId("undecided").checked;
    for (const one of filtered) {
      const inside = one.matches("[data-file]") ? [one] : [...one.querySelectorAll("[data-file]")];
      const isDone = inside.every((card) => decisions.has(photoOf(card)));
      one.hidden =
        !one.dataset.search.includes(text) ||
        (kind !== "" && !one.dataset.kinds.split(" ").includes(kind)) ||
        (onlyUndecided && isDone);
    }
    byId("rows").value = csv();
    byId("download").href = `data:text/csv;charset=utf-8,${encodeURIComponent(csv())}`;
    byId("status").textContent =
      `${shownCards().length} of ${cards.length} photos shown, ${decisions.size} decided`;
  }

  function onKey(event) {
    const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea");
    const isOther = event.ctrlKey || event.metaKey || event.altKey;
    if (isTyping || isOther || !byId("shortcuts").checked) return;
    const act = {
      j: () => step(1),
      k: () => step(-1),
      d: () => decideAndGoOn("drop"),
      K: () => decideAndGoOn("keep"),
      u: () => current && decide(current, "undo"),
      m: () => current && chooseTarget(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function decideAndGoOn(kind) {
    if (!current) return;
    const next = neighbour(1);
    if (decide(current, kind)) next?.focus();
  }

  function chooseTarget() {
    part(current, "target").focus();
    part(current, "target").select();
  }

  function step(by) {
    const next = current ? neighbour(by) : shownCards()[0];
    next?.focus();
  }

  /** The next card that is shown, also where the current one is not any more. */
  function neighbour(by) {
    const from = cards.indexOf(current);
    const ahead = by > 0 ? cards.slice(from + 1) : cards.slice(0, from).reverse();
    return ahead.find((card) => !card.closest("[hidden]"));
  }

  function shownCards() {
    return cards.filter((card) => !card.closest("[hidden]"));
  }

  /** As curationFile.ts reads it. */
  function csv() {
    const rows = [...decisions.values()].map((decision) =>
      [decision.folder, decision.file, wordOf(decision), decision.reason].map(quoted).join(","),
    );
    return ["folder,file,decision,reason", ...rows, ""].join("\n");
  }

  function wordOf({ kind, to }) {
    return kind === "move" ? `move to ${to}` : kind;
  }

  function quoted(text) {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function photoOf({ dataset }) {
    return `${dataset.folder}/${dataset.file}`;
  }

  function part(card, role) {
    return card.querySelector(`[data-role=${role}]`);
  }
}
