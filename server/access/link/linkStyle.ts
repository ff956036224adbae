import { signInStyle } from '#server/access/signInStyle.ts';
import { nameStyle } from './linkFonts.ts';

/** How the pages behind a personal link look: as those before sign-in, and whichever way one reads. */
export const linkStyle = `${signInStyle}
body { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Ethiopic', 'Liberation Sans', sans-serif; }
main { padding-block-end: 2rem; }
h2 { margin-block: 2rem 0.75rem; font-size: clamp(1.1875rem, 1rem + 1.2vw, 1.375rem); line-height: 1.3; hyphens: auto; }
label { display: block; margin-block-end: 0.25rem; font-weight: 600; }
.hint { margin-block-end: 0.5rem; color: var(--quiet); font-size: 1rem; }
:is([lang='ar'], [lang='fa'], [lang='ur']) :is(body, h1, input) { line-height: 1.7; letter-spacing: 0; }
input[type='text'] { inline-size: 100%; max-inline-size: 20rem; min-block-size: 2.75rem; margin-block-end: 1rem; padding: 0.5rem 0.75rem;
  border: 1px solid var(--line); border-radius: 6px; color: inherit; background: var(--surface); font: inherit; letter-spacing: 0.08em; }
button.main { border-color: transparent; color: var(--on-accent); background: var(--accent); }
button.main:hover { background: color-mix(in oklab, var(--accent) 85%, var(--text)); }
[data-has='token'] .typed { display: none; }
.note { margin-block: 0 1.25rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-inline-start: 4px solid var(--accent);
  border-radius: 6px; background: var(--surface); }
.note[role='alert'] { border-inline-start-color: var(--warm); }
dl { margin: 0; }
dt { color: var(--quiet); font-size: 1rem; }
dd { margin: 0 0 1rem; }
dd ul, .contact, .values { display: block; margin: 0; }
.contact li { padding-block: 0.375rem; border-block-end: 1px solid var(--line); }
.large .contact li:last-child { border-block-end: none; }
.contact span { display: block; color: var(--quiet); font-size: 1rem; }
.draft { color: var(--quiet); font-size: 1rem; }
.box { margin-block: 1.25rem; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); }
.box > :first-child { margin-block-start: 0; }
.box > :last-child { margin-block-end: 0; }
.tongues { max-inline-size: 42rem; margin-inline: auto; padding: 0.5rem clamp(1rem, 4vw, 2.5rem) 0; }
.tongues ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; font-size: 1rem; }
.tongues a { display: inline-block; padding-block: 0.375rem; }
.tongues a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
.large { padding: 1rem; margin-block-end: 1.25rem; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); font-size: 1.375rem; }
.large > p, .large dl dd:last-child { margin-block-end: 0; }
.answers { display: grid; gap: 0.75rem; margin-block-end: 1.25rem; }
.answers button, .answers .button { inline-size: 100%; min-block-size: 3.5rem; font-size: 1.25rem; text-align: center; }
.answers .button { border-color: var(--line); color: inherit; background: var(--surface); }
input.wide { max-inline-size: none; letter-spacing: normal; }
textarea, select { inline-size: 100%; min-block-size: 2.75rem; margin-block-end: 1rem; padding: 0.5rem 0.75rem; border: 1px solid var(--line);
  border-radius: 6px; color: inherit; background: var(--surface); font: inherit; }
fieldset { min-inline-size: 0; margin: 0 0 1.25rem; padding: 1rem; border: 1px solid var(--line); border-radius: 6px; }
legend { padding-inline: 0.25rem; font-weight: 600; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.tick { display: flex; align-items: center; gap: 0.75rem; min-block-size: 2.75rem; padding-block: 0.25rem; font-weight: 400; }
.tick input { inline-size: 1.5rem; block-size: 1.5rem; flex: none; accent-color: var(--accent); }
progress { inline-size: 100%; accent-color: var(--accent); }
form + p { margin-block-start: 1.25rem; }
.plain { color: inherit; }
[data-needs-script] { display: none; }
[data-has-script] [data-needs-script] { display: inline-block; }
${nameStyle}@media print {
  :root { color-scheme: light; }
  form, nav, .screen { display: none; }
  h2 { break-after: avoid; }
}
`;
