import type { ReactNode } from 'react';

import type { Locale } from '#schema/common/Locale.ts';
import { LetterSheet } from './LetterSheet.tsx';
import { letterWords } from './letterWords.ts';
import type { PaperLetter } from './PaperLetter.ts';

/** Utskrift av brev. All letters, a sheet each, and how to get them onto paper. */
export function LettersPage({
  locale,
  letters,
  publicUrl,
  today,
}: {
  locale: Locale;
  letters: readonly PaperLetter[];
  publicUrl: URL;
  today: string;
}) {
  const words = letterWords[locale];
  const title = words.title(letters.length);
  return (
    <LetterDocument locale={locale} title={title}>
      <div className="bar">
        <h1>{title}</h1>
        <p>{words.how}</p>
        <p>{words.after}</p>
        <p data-needs-script="">
          <button type="button" data-print="">
            {words.print}
          </button>
        </p>
      </div>
      {letters.map((letter) => (
        <LetterSheet key={letter.token} letter={letter} publicUrl={publicUrl} today={today} />
      ))}
    </LetterDocument>
  );
}

/** Why there is nothing to print here. */
export function NoLettersPage({
  locale,
  why,
}: {
  locale: Locale;
  why: 'nothing' | 'signIn' | 'refused';
}) {
  const words = letterWords[locale];
  return (
    <LetterDocument locale={locale} title={words[`${why}Title`]}>
      <div className="bar">
        <h1>{words[`${why}Title`]}</h1>
        <p>{words[why]}</p>
      </div>
    </LetterDocument>
  );
}

function LetterDocument({
  locale,
  title,
  children,
}: {
  locale: Locale;
  title: string;
  children: ReactNode;
}) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Samband`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/letters/style.css" />
        <script src="/letters/print.js" defer />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
