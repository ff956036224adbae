import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';

/** A file of letters, and what it is for. */
interface LinkFont {
  /** Where a browser gets it. */
  readonly path: string;
  readonly file: string;
  readonly family: string;
  /** The rule of a style sheet that tells of it. */
  readonly face: string;
}

/** `local`: fonts that a device may have, under the names that it knows them by. */
function linkFont(name: string, family: string, range: string, local: readonly string[]): LinkFont {
  const file = fileURLToPath(new URL(`./fonts/${name}.woff2`, import.meta.url));
  const path = `/l/${name}.woff2`;
  const version = hash('sha256', readFileSync(file)).slice(0, 8);
  const sources = [
    ...local.map((it) => `local('${it}')`),
    `url('${path}?v=${version}') format('woff2')`,
  ];
  return {
    path,
    file,
    family,
    face: `@font-face { font-family: '${family}'; src: ${sources.join(', ')}; font-display: swap; unicode-range: ${range}; }\n`,
  };
}

const onDevices = {
  arabic: [
    'Noto Naskh Arabic',
    'Noto Naskh Arabic UI',
    'Noto Sans Arabic',
    'Geeza Pro',
    'Segoe UI',
  ],
  ethiopic: [
    'Noto Sans Ethiopic',
    'Noto Serif Ethiopic',
    'Abyssinica SIL',
    'Kefa',
    'Nyala',
    'Ebrima',
  ],
};
const ethiopic = linkFont('ethiopic', 'Samband Ethiopic', 'U+1200-137F', onDevices.ethiopic);
const arabic = linkFont('arabic', 'Samband Arabic', 'U+0600-06FF, U+200C-200D', onDevices.arabic);
const name = linkFont(
  'ethiopicName',
  'Samband Name',
  'U+1275, U+130D, U+122D, U+129B',
  onDevices.ethiopic,
);

/** Skrift. Letters that old telephones lack; a browser fetches them once, where the device has none of its own. */
export const linkFonts: readonly LinkFont[] = [ethiopic, arabic, name];

const ofDevice =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/**
 * A family stands before those of the device: letters that join must come from one font, and Chromium does not try it for every word that
 * a font before it lacks.
 */
const styleOf = ({ face, family }: LinkFont) =>
  `${face}body { font-family: '${family}', ${ofDevice}; }\n`;

/** The style of every page: the one name in the language switch that may be boxes. */
export const nameStyle = `${name.face}.tongues [lang='ti'] { font-family: 'Samband Name', ${ofDevice}; }\n`;

/** The style sheets of single languages, by their language. */
export const fontStyles: Partial<Readonly<Record<LinkLanguage, string>>> = {
  [LinkLanguage.FA]: styleOf(arabic),
  [LinkLanguage.TI]: styleOf(ethiopic),
  [LinkLanguage.UR]: styleOf(arabic),
};

export const fontStylePath = (language: LinkLanguage): string => `/l/letters-${language}.css`;
