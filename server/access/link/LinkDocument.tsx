import type { ReactNode } from 'react';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { fontStylePath, fontStyles } from './linkFonts.ts';
import { directionOf, linkLanguages, linkWords } from './words/linkWords.ts';

/** Side bak en lenke. What every such page stands in: its language, its direction, the other languages. It needs no script. */
export function LinkDocument({
  language,
  title,
  heading = title,
  path,
  script,
  children,
}: {
  language: LinkLanguage;
  title: string;
  heading?: ReactNode;
  /** Where the same page is, in whatever language. */
  path: string;
  /** The file that makes it smoother. */
  script?: string;
  children: ReactNode;
}) {
  const words = linkWords[language];
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Samband`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/l/style.css" />
        {fontStyles[language] && <link rel="stylesheet" href={fontStylePath(language)} />}
        {script && <script src={script} defer />}
      </head>
      <body>
        <nav className="tongues" aria-label={words.language}>
          <ul>
            {linkLanguages.map((other) => (
              <li key={other}>
                <a
                  href={`${path}?lang=${other}`}
                  lang={other}
                  dir={directionOf(other)}
                  aria-current={other === language ? 'true' : undefined}
                >
                  {linkWords[other].ownName}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <header>
          <a href="/l" translate="no">
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <path d="M7 23C7 12 25 20 25 9" />
              <circle cx="7" cy="23" r="4" />
              <circle cx="25" cy="9" r="4" />
            </svg>{' '}
            Samband
          </a>
        </header>
        <main>
          <h1>{heading}</h1>
          {words.isDraft && <p className="draft screen">{words.draft}</p>}
          {children}
        </main>
      </body>
    </html>
  );
}
