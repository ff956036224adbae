/** How the pages before sign-in look: the colours and measures of the client's theme, in the little that they need. */
export const signInStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2e33, #ebeced);
  --quiet: light-dark(#545f63, #a4a8aa);
  --page: light-dark(#fbfaf7, #11181a);
  --surface: light-dark(#ffffff, #192225);
  --hover: light-dark(#eff4f5, #2d373b);
  --line: light-dark(#717a7d, #7c8285);
  --accent: light-dark(#00646c, #6dbcc2);
  --on-accent: light-dark(#ffffff, #000000);
  --warm: light-dark(#c2531f, #e3916b);
  font: 1.125rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
}
:root[data-color-scheme='light'] { color-scheme: light; }
:root[data-color-scheme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: var(--page); overflow-wrap: break-word; }
header, main { max-inline-size: 42rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
header { padding-block: 1rem; }
header a { display: inline-flex; align-items: center; gap: 0.5rem; min-block-size: 2.75rem;
  color: inherit; font-size: 1.3125rem; font-weight: 600; text-decoration: none; }
svg { inline-size: 2rem; block-size: 2rem; }
svg path { fill: none; stroke: var(--accent); stroke-width: 3; stroke-linecap: round; }
svg circle { fill: var(--accent); }
svg circle:last-child { fill: var(--warm); }
main { padding-block: 1rem 4rem; }
h1 { margin-block: 0 0.75rem; font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); font-weight: 650; line-height: 1.2;
  letter-spacing: -0.015em; text-wrap: balance; }
p { margin-block: 0 1.25rem; }
ul { display: grid; gap: 0.75rem; margin: 0 0 1.25rem; padding: 0; list-style: none; }
button, .button { min-block-size: 2.75rem; padding: 0.625rem 1rem; border: 1px solid var(--line); border-radius: 6px;
  color: inherit; background: var(--surface); font: inherit; cursor: pointer; }
button:hover { background: var(--hover); }
li button { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; inline-size: 100%; text-align: start; }
li strong { font-weight: 600; }
li em { color: var(--accent); font-style: normal; }
li span { grid-column: 1 / -1; color: var(--quiet); font-size: 1rem; }
@media (max-width: 28rem) { li button { grid-template-columns: 1fr; } }
a { color: var(--accent); }
.button { display: inline-block; border-color: transparent; color: var(--on-accent); background: var(--accent); text-decoration: none; }
.ways { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 1.5rem; }
code { padding: 0.125rem 0.375rem; border: 1px solid var(--line); border-radius: 4px; user-select: all; }
:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; border-radius: 6px; }
@media (forced-colors: active) { svg path { stroke: CanvasText; } svg circle { fill: CanvasText; } }
`;
