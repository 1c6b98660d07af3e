/** The review page as text. What it does when used stands in reviewPage.js. */
import { html, inlined, type Html } from "./html.ts";
import type {
  FiledPhoto,
  Review,
  ReviewedDuplicates,
  ReviewItem,
  ShownPhoto,
  UnusablePhoto,
} from "./reviewReport.ts";
import { wordsFor } from "./reviewWords.ts";

/** Both hashes are sources of a Content Security Policy. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
  readonly scriptHash: string;
  readonly styleHash: string;
}

/** Data URIs by the photos' paths; absent for what cannot be shown. */
export type Thumbnails = ReadonlyMap<string, string>;

export function reviewMarkup(review: Review, thumbnails: Thumbnails, code: PageCode): string {
  const { title, items, duplicates, unusable, people } = review;
  const policy = `default-src 'none'; img-src data:; script-src ${code.scriptHash}; style-src ${code.styleHash}; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${inlined("style", code.style)}
      </head>
      <body>
        ${pageHeader(title, kindsOf(review))}
        <main>
          <section aria-labelledby="suspects">
            <h2 id="suspects">Suspect photos (${items.length})</h2>
            ${items.map((item) => suspect(item, review, thumbnails))}
          </section>
          <section aria-labelledby="duplicates">
            <h2 id="duplicates">Duplicates (${duplicates.length} groups)</h2>
            ${duplicates.map((group) => duplicateGroup(group, thumbnails))}
          </section>
          <section aria-labelledby="unusable">
            <h2 id="unusable">Without a usable face (${unusable.length})</h2>
            ${unusableByReason(unusable, thumbnails)}
          </section>
        </main>
        <datalist id="people">
          ${people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
        </datalist>
        ${inlined("script", code.script)}
      </body>
    </html> `.html;
}

function pageHeader(title: string, kinds: readonly string[]): Html {
  const options = kinds.map((kind) => html`<option value="${kind}">${wordsFor(kind)}</option>`);
  return html`<header>
    <h1>${title}</h1>
    <form id="filters">
      <label>Find <input type="search" id="text" placeholder="a name or a file" /></label>
      <label>
        Why
        <select id="kind">
          <option value="">any reason</option>
          ${options}
        </select>
      </label>
      <label><input type="checkbox" id="undecided" /> undecided only</label>
      <label><input type="checkbox" id="shortcuts" checked /> keys</label>
    </form>
    <p class="keys">
      <kbd>j</kbd> next, <kbd>k</kbd> back, <kbd>d</kbd> drop, <kbd>Shift K</kbd> keep,
      <kbd>m</kbd> move, <kbd>u</kbd> undo
    </p>
    <p role="status" id="status"></p>
    <p><a id="download" download="curation-decisions.csv">Download the decisions</a></p>
    <details>
      <summary>Rows for curation.csv</summary>
      <textarea id="rows" readonly rows="8" aria-label="Rows for curation.csv"></textarea>
    </details>
  </header>`;
}

function suspect(item: ReviewItem, { typical }: Review, thumbnails: Thumbnails): Html {
  const { photo, person, suspicion, reasons, scores, topNames } = item;
  const why = reasons.map(wordsFor);
  const other = topNames.find(({ id }) => id !== person.id);
  const shown = [["wrongProbability", suspicion] as const, ...Object.entries(scores)];
  return html`<article
    class="card"
    tabindex="-1"
    ${photoData(photo, why.join("; "))}
    ${filterData(reasons, [item, ...topNames.map((name) => ({ photo, person: name }))])}
  >
    <h3>${photo.name}</h3>
    <div class="sides">
      <figure>
        ${picture(photo, thumbnails, "The suspect photo")}
        <figcaption>filed under ${person.name}</figcaption>
      </figure>
      <div class="typical" role="group" aria-label="Typical photos of ${person.name}">
        ${(typical.get(person.id) ?? []).map((one) => picture(one, thumbnails, person.name))}
      </div>
      <div>
        <ul>
          ${why.map((words) => html`<li>${words}</li>`)}
        </ul>
        <ol aria-label="Whom the model sees">
          ${topNames.map(
            ({ name, share }) =>
              html`<li>
                ${name} <meter value="${share}" aria-label="share"></meter> ${percent(share)}
              </li>`,
          )}
        </ol>
        <dl>
          ${shown.map(
            ([kind, score]) =>
              html`<dt>${wordsFor(kind)}</dt>
                <dd>${score.toFixed(3)}</dd>`,
          )}
        </dl>
      </div>
    </div>
    ${decisionForm(photo, other?.id ?? "")}
  </article>`;
}

function duplicateGroup(group: ReviewedDuplicates, thumbnails: Thumbnails): Html {
  const { kind, acrossPeople, photos } = group;
  const kinds = acrossPeople ? [kind, "acrossPeople"] : [kind];
  const why = kinds.map(wordsFor).join("; ");
  return html`<div class="group" role="group" aria-label="${why}" ${filterData(kinds, photos)}>
    <p>${why}</p>
    ${photos.map(
      ({ photo, person }) =>
        html`<article class="card" tabindex="-1" ${photoData(photo, `duplicate: ${why}`)}>
          <h3>${photo.name}</h3>
          <figure>
            ${picture(photo, thumbnails, `A photo of ${person.name}`)}
            <figcaption>filed under ${person.name}</figcaption>
          </figure>
          ${decisionForm(photo, "")}
        </article>`,
    )}
  </div>`;
}

function unusableByReason(
  unusable: readonly UnusablePhoto[],
  thumbnails: Thumbnails,
): readonly Html[] {
  const byReason = new Map<string, UnusablePhoto[]>();
  for (const one of unusable) byReason.set(one.reason, [...(byReason.get(one.reason) ?? []), one]);
  const groups = [...byReason].toSorted((a, b) => b[1].length - a[1].length);
  return groups.map(
    ([reason, photos]) =>
      html`<details>
        <summary>${wordsFor(reason)} (${photos.length})</summary>
        <ul class="tiles">
          ${photos.map(
            ({ photo, person }) =>
              html`<li>
                ${picture(photo, thumbnails, `Filed under ${person.name}`)} ${photo.name}
              </li>`,
          )}
        </ul>
      </details>`,
  );
}

function decisionForm({ name }: ShownPhoto, target: string): Html {
  return html`<div class="decision" role="group" aria-label="Decision about ${name}">
    <button type="button" data-do="drop" aria-pressed="false">Drop</button>
    <button type="button" data-do="keep" aria-pressed="false">Keep</button>
    <button type="button" data-do="move" aria-pressed="false">Move to</button>
    <input
      data-role="target"
      list="people"
      aria-label="Whom to move it to"
      value="${target}"
      autocomplete="off"
    />
    <input data-role="reason" aria-label="Reason" placeholder="reason" autocomplete="off" />
    <button type="button" data-do="undo">Undo</button>
    <output></output>
  </div>`;
}

function picture(photo: ShownPhoto, thumbnails: Thumbnails, alt: string): Html {
  const source = thumbnails.get(photo.path);
  return source === undefined
    ? html`<span class="missing">cannot be shown</span>`
    : html`<img src="${source}" alt="${alt}" title="${photo.name}" />`;
}

/** What the script knows a photo by. */
function photoData({ name }: ShownPhoto, why: string): Html {
  const slash = name.lastIndexOf("/");
  const [folder, file] = [name.slice(0, slash), name.slice(slash + 1)];
  return html`data-folder="${folder}" data-file="${file}" data-why="${why}"`;
}

/** What the script filters by. */
function filterData(kinds: readonly string[], photos: readonly FiledPhoto[]): Html {
  const words = photos.flatMap(({ photo, person }) => [photo.name, person.id, person.name]);
  const search = [...new Set(words)].join(" ").toLowerCase();
  return html`data-kinds="${kinds.join(" ")}" data-search="${search}"`;
}

function kindsOf({ items, duplicates }: Review): readonly string[] {
  const kinds = [
    ...items.flatMap(({ reasons }) => reasons),
    ...duplicates.flatMap(({ kind, acrossPeople }) =>
      acrossPeople ? [kind, "acrossPeople"] : kind,
    ),
  ];
  return [...new Set(kinds)].toSorted();
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
