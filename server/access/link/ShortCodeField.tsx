import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { CodeField } from './LinkPages.tsx';
import { linkWords } from './words/linkWords.ts';

/** Sifrene fra brevet. Where the eight digits are typed; the browser offers them where it has seen them. */
export const ShortCodeField = ({
  language,
  name = 'code',
}: {
  language: LinkLanguage;
  name?: string;
}) => (
  <CodeField
    name={name}
    label={linkWords[language].shortCode}
    length={20}
    inputMode="numeric"
    autoComplete="one-time-code"
  />
);
