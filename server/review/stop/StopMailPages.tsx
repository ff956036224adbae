import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import { stopWords } from '#server/access/link/words/stopWords.ts';

interface AboutLetters {
  readonly language: LinkLanguage;
  /** Of the page, with what opens it. */
  readonly path: string;
}

/** Ikke få flere. One button. */
export function StopMailPage({ language, path }: AboutLetters) {
  const words = stopWords[language];
  return (
    <LinkDocument language={language} title={words.title} path={path}>
      <p>{words.ask}</p>
      <form method="post" action={`${path}?lang=${language}`}>
        <button className="main">{words.button}</button>
      </form>
    </LinkDocument>
  );
}

/** Det er gjort. And the way back. */
export function MailStoppedPage({ language, path }: AboutLetters) {
  const words = stopWords[language];
  return (
    <LinkDocument language={language} title={words.done} path={path}>
      <p role="status">{words.doneWhat}</p>
      <form method="post" action={`${path}?lang=${language}`}>
        <button name="regret" value="yes">
          {words.regret}
        </button>
      </form>
    </LinkDocument>
  );
}

/** Brev igjen. */
export function MailAllowedPage({ language, path }: AboutLetters) {
  const words = stopWords[language];
  return (
    <LinkDocument language={language} title={words.again} path={path}>
      <p role="status">{words.againWhat}</p>
    </LinkDocument>
  );
}

/** Not an address of ours. */
export function NoSuchLetterPage({ language }: { readonly language: LinkLanguage }) {
  const words = stopWords[language];
  return (
    <LinkDocument language={language} title={words.gone} path="/l">
      <p>{words.goneWhat}</p>
    </LinkDocument>
  );
}
