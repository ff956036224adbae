import { linkFonts } from '#server/access/link/linkFonts.ts';

const device =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/**
 * Utseendet på et brev. One sheet for each organisation, A4, with the address where the window of an envelope shows it (DIN 5008, form B: 45 mm
 * from the top, 20 mm from the left). Paper is white, whatever the screen is.
 */
export const letterStyle = `${linkFonts.map(({ face }) => face).join('')}
@page { size: A4; margin: 15mm 20mm; }
:root { color-scheme: light; }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; color: #1f2e33; background: #eef1f1; font: 1rem/1.5 ${device}; overflow-wrap: break-word; }
:is([lang='ar'], [lang='fa'], [lang='ur']) { font-family: 'Samband Arabic', ${device}; line-height: 1.7; }
[lang='ti'] { font-family: 'Samband Ethiopic', ${device}; }
[lang='nb'] { font-family: ${device}; line-height: 1.4; }
main { padding: 1rem; }
.bar { max-inline-size: 210mm; margin-inline: auto; margin-block-end: 1rem; padding: 1rem; border-radius: 6px; background: #fff; }
.bar h1 { margin: 0 0 0.5rem; font-size: 1.375rem; }
.bar p { margin-block: 0 0.75rem; }
.bar p:last-child { margin-block-end: 0; }
button { min-block-size: 2.75rem; padding: 0.5rem 1.25rem; border: 0; border-radius: 6px; color: #fff; background: #0b5563; font: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid #1f2e33; outline-offset: 3px; }
[data-needs-script] { display: none; }
[data-has-script] [data-needs-script] { display: inline-block; }
.letter { max-inline-size: 210mm; margin: 0 auto 1rem; padding: clamp(1rem, 5vw, 15mm) clamp(1rem, 6vw, 20mm); color: #000; background: #fff;
  font-size: 10.5pt; }
.head { display: flex; justify-content: space-between; gap: 1rem; }
.head p { margin: 0; }
.brand { font-size: 14pt; font-weight: 600; }
address { margin-block: 1.5rem; font-style: normal; font-size: 11pt; line-height: 1.35; }
address span { display: block; }
.letter h2 { margin: 0 0 3mm; font-size: 14pt; line-height: 1.3; }
.letter h3 { margin: 0 0 2mm; font-size: 11pt; line-height: 1.3; }
.letter section p { margin: 0 0 2.2mm; }
.added { white-space: pre-line; }
.open { display: grid; grid-template-columns: minmax(0, 1fr) 42mm; gap: 6mm; align-items: center; margin-block: 3mm; padding: 3mm 5mm;
  border: 0.4mm solid #000; border-radius: 2mm; break-inside: avoid; }
.open p:last-child { margin: 0; }
.qr { display: block; inline-size: 42mm; block-size: 42mm; }
.address { font-size: 13pt; font-weight: 600; }
.code { font: 700 18pt/1.3 ui-monospace, 'Liberation Mono', monospace; letter-spacing: 0.06em; white-space: nowrap; }
.second { margin-block-start: 5mm; padding-block-start: 4mm; border-block-start: 0.3mm solid #000; font-size: 9.5pt; }
@media (max-width: 30rem) {
  .open { grid-template-columns: minmax(0, 1fr); }
  .code { font-size: 15pt; }
}
@media print {
  body { background: none; }
  main { padding: 0; }
  .bar { display: none; }
  .letter { max-inline-size: none; margin: 0; padding: 0; }
  .letter:not(:last-child) { break-after: page; }
  .head { block-size: 28mm; }
  address { block-size: 42mm; margin: 0 0 6mm; padding-block-start: 2mm; max-inline-size: 85mm; }
  .open { grid-template-columns: minmax(0, 1fr) 42mm; }
  .code { font-size: 18pt; }
}
`;
