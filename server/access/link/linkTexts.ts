import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { linkAddress } from './linkLetters.ts';
import { smsWords } from './words/smsWords.ts';

/** Of a name that is longer the rest is left out: it must not cost a message of its own. */
const longestName = 40;

/** The text message that carries a link. */
export function linkText(
  publicUrl: URL,
  {
    language,
    token,
    name,
    expiresOn,
  }: {
    readonly language: LinkLanguage;
    readonly token: string;
    readonly name: string;
    readonly expiresOn: string;
  },
): string {
  const [year, month, day] = expiresOn.split('-').map(Number);
  return filledPlainly(smsWords[language].link, {
    name: name.length > longestName ? `${name.slice(0, longestName - 3).trimEnd()}...` : name,
    date: `${day}.${month}.${year}`,
    address: linkAddress(publicUrl, language, token),
  });
}

/** The text message that carries a short code. */
export const codeText = (language: LinkLanguage, code: string): string =>
  filledPlainly(smsWords[language].code, { code: `${code.slice(0, 4)} ${code.slice(4)}` });

/** Without the marks that keep directions apart: each would make all of it a message in the longer alphabet. */
export const filledPlainly = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
