import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { Letter } from '#server/common/mail/Letter.ts';
import { html } from '#server/access/html.ts';
import type { CodeAction } from './shortCode.ts';
import { printedCode } from './typedCode.ts';
import { stopWords } from './words/stopWords.ts';
import { dayIn, directionOf, filled, linkWords } from './words/linkWords.ts';

export type Written = Pick<Letter, 'subject' | 'text' | 'html' | 'language'>;

/** Where a link leads. The token stands behind the #: browsers send that to nobody. */
export function linkAddress(publicUrl: URL, language: LinkLanguage, token?: string): string {
  const address = new URL('/l', publicUrl);
  if (language !== 'nb') address.searchParams.set('lang', language);
  if (token) address.hash = token;
  return address.href;
}

/** The letter that carries a link, and the code for whoever can't follow one. */
export function linkLetter(
  publicUrl: URL,
  {
    language,
    token,
    code,
    name,
    issuer,
    expiresOn,
    question = null,
    stop,
  }: {
    readonly language: LinkLanguage;
    readonly token: string;
    readonly code: string;
    /** Of the record. */
    readonly name: string;
    readonly issuer: string;
    readonly expiresOn: string;
    /** What is asked beside. */
    readonly question?: string | null;
    /** Where one says that one wants no such letters. */
    readonly stop?: URL | undefined;
  },
): Written & Pick<Letter, 'unsubscribe'> {
  const words = linkWords[language];
  const address = linkAddress(publicUrl, language);
  const [before = '', after = ''] = words.letterCode.split('{address}');
  const letter = letterOf(language, filled(words.letterSubject, { name }), [
    words.letterHello,
    `${filled(words.whoAsks, { issuer, name })} ${words.whatFor}`,
    question ?? '',
    words.letterLink,
    new URL(linkAddress(publicUrl, language, token)),
    // The address stands on a line of its own, so that a program that makes it a link takes no more than it.
    before.trim(),
    new URL(address),
    after.trim(),
    { code: printedCode(code) },
    filled(words.until, { date: dayIn(language, expiresOn) }),
    words.letterSafe,
    ...(stop ? [stopWords[language].letter, stop] : []),
  ]);
  return { ...letter, unsubscribe: stop };
}

/** What each code is for. */
const codeWords = {
  unmask: 'codeLetter',
  consent: 'codeLetterConsent',
  hand_over: 'codeLetterHandOver',
  erase: 'codeLetterErase',
} as const satisfies Record<CodeAction, string>;

/** The letter that carries a short code. */
export function codeLetter(language: LinkLanguage, code: string, action: CodeAction): Written {
  const words = linkWords[language];
  return letterOf(language, words.codeSubject, [
    words.letterHello,
    words[codeWords[action]],
    { code: `${code.slice(0, 4)} ${code.slice(4)}` },
    words.codeSafe,
  ]);
}

/** The same in plain text and in HTML; no picture, nothing that tells when it is read. */
export function letterOf(
  language: LinkLanguage,
  subject: string,
  parts: readonly (string | URL | { readonly code: string })[],
): Written {
  const said = parts.filter((part) => part !== '');
  const text = said.map((part) =>
    typeof part === 'string' ? part : part instanceof URL ? part.href : part.code,
  );
  const paragraphs = said.map((part) => {
    if (typeof part === 'string') return html`<p>${part}</p>`;
    if (part instanceof URL) {
      return html`<p dir="ltr"><a href="${part.href}">${part.href}</a></p>`;
    }
    return html`<p dir="ltr"><strong style="font-size: 1.3em">${part.code}</strong></p>`;
  });
  return {
    language,
    subject,
    text: `${text.join('\n\n')}\n\n-- \nSamband\n`,
    html: html`<!doctype html>
      <html lang="${language}" dir="${directionOf(language)}">
        <head>
          <meta charset="utf-8" />
          <title>${subject}</title>
        </head>
        <body>
          ${paragraphs}
          <p>Samband</p>
        </body>
      </html> `.text,
  };
}
