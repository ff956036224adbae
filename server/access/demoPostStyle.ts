/** How the page of what the demo has sent looks, beside the other pages that stand alone. */
export const demoPostStyle = `
header, main { max-inline-size: 72rem; }
.lead { max-inline-size: 42rem; }
form.filter { display: grid; gap: 0.25rem; margin-block: 0 1.5rem; max-inline-size: 30rem; }
form.filter label { font-weight: 600; }
form.filter small { color: var(--quiet); font-size: 1rem; }
form.filter div { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
form.filter input { flex: 1 1 12rem; min-inline-size: 0; min-block-size: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--line);
  border-radius: 6px; color: inherit; background: var(--surface); font: inherit; }
article { margin-block-end: 1.5rem; padding: clamp(1rem, 3vw, 1.5rem); border: 1px solid var(--line); border-radius: 10px; background: var(--surface);
  overflow-wrap: anywhere; }
article h2 { margin-block: 0 0.5rem; font-size: 1.3125rem; line-height: 1.3; }
article .kind { color: var(--quiet); font-size: 1rem; margin-block-end: 0.25rem; }
article dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.125rem 1rem; margin-block: 0 1rem; font-size: 1rem; }
article dt { color: var(--quiet); }
article dd { margin: 0; }
article h3 { margin-block: 0 0.5rem; font-size: 1rem; color: var(--quiet); font-weight: 600; }
.back { color: var(--warm); font-weight: 600; }
.parts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
.parts > * { min-inline-size: 0; }
@media (min-width: 60rem) { .parts { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
iframe { display: block; inline-size: 100%; block-size: 24rem; resize: vertical; border: 1px solid var(--line); border-radius: 6px;
  background: #ffffff; color-scheme: light; }
.text { max-block-size: 24rem; overflow: auto; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--page); }
.text p { margin-block: 0 0.75rem; white-space: pre-line; }
.sms { inline-size: fit-content; max-inline-size: 28rem; padding: 0.75rem 1rem; border-radius: 14px; background: var(--hover); }
.sms p { margin: 0; white-space: pre-line; }
`;
