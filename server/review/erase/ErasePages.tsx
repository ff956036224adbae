import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import { type CodeTrouble, codeTroubles } from '#server/access/link/codeTroubles.ts';
import { ShortCodeField } from '#server/access/link/ShortCodeField.tsx';
import { linkWords } from '#server/access/link/words/linkWords.ts';
import { reviewScript } from '#server/review/link/ReviewPages.tsx';
import { reviewWords } from '#server/review/link/words/reviewWords.ts';
import { handoverWords } from '#server/review/handover/words/handoverWords.ts';
import { eraseWords } from './eraseWords.ts';

export const erasePath = '/l/erase';

/** How far somebody has come in being deleted. */
export type Erasing = 'start' | 'asked' | CodeTrouble;

/** Slett meg. What goes, that it cannot be undone, a code first; then one press. */
export function ErasePage({ language, erasing }: { language: LinkLanguage; erasing: Erasing }) {
  const words = eraseWords[language];
  const link = linkWords[language];
  const trouble: Partial<Record<Erasing, string>> = codeTroubles(language);
  const mayType = erasing === 'asked' || erasing === 'wrong';
  return (
    <LinkDocument language={language} title={words.title} path={erasePath} script={reviewScript}>
      <p>{words.what}</p>
      {trouble[erasing] && (
        <p className="note" role="alert">
          {trouble[erasing]}
        </p>
      )}
      {mayType && (
        <form method="post" action={`${erasePath}?lang=${language}`} autoComplete="off">
          {erasing === 'asked' && (
            <p className="note" role="status">
              {link.codeSent}
            </p>
          )}
          <ShortCodeField language={language} />
          <p>
            <button className="main">{words.erase}</button>
          </p>
        </form>
      )}
      <form method="post" action={`${erasePath}/code?lang=${language}`}>
        {!mayType && <p>{words.codeLead}</p>}
        <p>
          <button>{handoverWords[language].sendCode}</button>
        </p>
      </form>
      <p>
        <a href={`/l/answer?lang=${language}`}>{reviewWords[language].back}</a>
      </p>
    </LinkDocument>
  );
}

/** Slettet. That nothing is left. */
export function ErasedPage({ language }: { language: LinkLanguage }) {
  const words = eraseWords[language];
  return (
    <LinkDocument language={language} title={words.doneTitle} path={`${erasePath}/done`}>
      <p role="status">{words.doneWhy}</p>
    </LinkDocument>
  );
}

/** Inngangen, on the page of the facts. */
export const EraseWay = ({ language }: { language: LinkLanguage }) => (
  <p>
    <a href={`${erasePath}?lang=${language}`}>{eraseWords[language].way}</a>
  </p>
);
