import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { letterOf, type Written } from '#server/access/link/linkLetters.ts';
import { filledPlainly } from '#server/access/link/linkTexts.ts';
import { printedCode } from '#server/access/link/typedCode.ts';
import { dayIn, filled, linkWords } from '#server/access/link/words/linkWords.ts';
import { successorPath } from './SuccessorPages.tsx';
import { handoverWords } from './words/handoverWords.ts';

/** Where the one who was named answers. The token stands behind the #: browsers send that to nobody. */
export function successorAddress(publicUrl: URL, language: LinkLanguage, token?: string): string {
  const address = new URL(successorPath, publicUrl);
  if (language !== 'nb') address.searchParams.set('lang', language);
  if (token) address.hash = token;
  return address.href;
}

interface Asking {
  readonly language: LinkLanguage;
  readonly token: string;
  readonly code: string;
  /** Of the organisation. */
  readonly name: string;
  readonly expiresOn: string;
}

/** The letter that asks the new one. */
export function askLetter(
  publicUrl: URL,
  { language, token, code, name, expiresOn }: Asking,
): Written {
  const words = handoverWords[language];
  const link = linkWords[language];
  const [before = '', after = ''] = link.letterCode.split('{address}');
  return letterOf(language, filled(words.askSubject, { name }), [
    link.letterHello,
    filled(words.askText, { name }),
    new URL(successorAddress(publicUrl, language, token)),
    before.trim(),
    new URL(successorAddress(publicUrl, language)),
    after.trim(),
    { code: printedCode(code) },
    link.whatFor,
    words.askKept,
    filled(link.until, { date: dayIn(language, expiresOn) }),
    link.letterSafe,
  ]);
}

/** The same in a text message, with the link on a line of its own. */
export const askMessage = (publicUrl: URL, { language, token, name }: Asking): string =>
  `${filledPlainly(handoverWords[language].askSms, { name })}\n${successorAddress(publicUrl, language, token)}`;

/** What came of it, for the new one or for the one before. */
export function outcomeLetter(
  language: LinkLanguage,
  to: 'successor' | 'predecessor',
  { name, isApproved, reason }: { name: string; isApproved: boolean; reason: string | null },
): Written {
  const words = handoverWords[language];
  const hello = linkWords[language].letterHello;
  if (!isApproved) {
    const subject = filled(words.refusedSubject, { name });
    return letterOf(language, subject, [hello, words.refusedText, reason ?? '']);
  }
  const [subject, text] =
    to === 'successor'
      ? [words.approvedNewSubject, words.approvedNewText]
      : [words.approvedOldSubject, words.approvedOldText];
  return letterOf(language, filled(subject, { name }), [hello, text]);
}
