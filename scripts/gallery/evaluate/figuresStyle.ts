/** The look of the page of figures: the app's colours, text that stays readable on a phone. */
export const FIGURES_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f8f2e6;
  --surface: #fffdf8;
  --line: #cfc0a2;
  --text: #221d2e;
  --muted: #625a69;
  --first: #b26a00;
  --second: #3d55c4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1020;
    --surface: #181c36;
    --line: #343963;
    --text: #f5efe4;
    --muted: #aeabbd;
    --first: #f3b84c;
    --second: #93a5ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 Inter, system-ui, sans-serif;
}
main { max-width: 82rem; margin-inline: auto; padding: 1.5rem clamp(0.5rem, 3vw, 2rem) 3rem; }
h1, h2 { font-family: "Source Serif 4", Georgia, serif; line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.75rem); }
h2 { font-size: 1.25rem; }
.lead { max-width: 65ch; color: var(--muted); margin: 0.5rem 0 1.5rem; }
.key { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 0 0 1.5rem; }
.key div { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--surface); }
.key dt { font-size: 0.875rem; color: var(--muted); }
.key dd { margin: 0; }
.key strong { display: block; font-size: 1.5rem; line-height: 1.3; }
.key span { font-size: 0.8125rem; color: var(--muted); }
.figures { columns: 23rem 3; column-gap: 1rem; }
figure, section { border: 1px solid var(--line); border-radius: 0.75rem; background: var(--surface); }
figure { break-inside: avoid; margin: 0 0 1rem; padding: 1rem 0.5rem; }
figure > * { margin-inline: 0.5rem; }
figure svg { display: block; width: 100%; max-width: 26rem; height: auto; margin: 0.5rem auto 0; color: var(--text); --plot-background: var(--surface); font-family: inherit; }
figure svg text { white-space: pre; }
figcaption { margin-top: 0.75rem; font-size: 0.875rem; color: var(--muted); }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin-block: 0.25rem 0; padding: 0; list-style: none; font-size: 0.875rem; }
.legend span { display: inline-block; width: 0.75rem; height: 0.75rem; margin-inline-end: 0.4rem; border: 1px solid var(--muted); border-radius: 50%; }
.missing { color: var(--muted); }
section { margin-top: 1rem; padding: 1rem; overflow-x: auto; }
section p { max-width: 65ch; color: var(--muted); font-size: 0.875rem; }
summary { cursor: pointer; padding-block: 0.5rem; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; text-align: start; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody th { font-weight: 400; }
`;
