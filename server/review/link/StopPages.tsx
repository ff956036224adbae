import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { StopKind } from '#schema/review/StopKind.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import { reviewScript } from './ReviewPages.tsx';
import type { ReviewWording } from './words/ReviewWording.ts';
import { reviewWords } from './words/reviewWords.ts';

/** What each is called on the pages and in the letters. */
export const stopWords: Readonly<Record<StopKind, keyof ReviewWording>> = {
  [StopKind.PAUSE]: 'pause',
  [StopKind.OBJECT]: 'object',
  [StopKind.REMOVE]: 'remove',
};

/** Slippe. Three things that one may ask for; nothing has to be explained. */
export function StopPage({ language }: { language: LinkLanguage }) {
  const words = reviewWords[language];
  return (
    <LinkDocument
      language={language}
      title={words.stopTitle}
      path="/l/review/stop"
      script={reviewScript}
    >
      <p>{words.stopLead}</p>
      <form method="post" action={`/l/review/stop?lang=${language}`}>
        <fieldset>
          <legend className="hidden">{words.stopTitle}</legend>
          {Object.values(StopKind).map((kind) => (
            <label key={kind} className="tick">
              <input type="radio" name="kind" value={kind} required />
              {words[stopWords[kind]]}
            </label>
          ))}
        </fieldset>
        <p className="hint">{words.consentElsewhere}</p>
        <label htmlFor="reason">{words.stopWhy}</label>
        <textarea id="reason" name="reason" rows={3} maxLength={1000} dir="auto" />
        <p>
          <button className="main">{words.stopSend}</button>
        </p>
      </form>
      <p>
        <a href={`/l/answer?lang=${language}`}>{words.back}</a>
      </p>
    </LinkDocument>
  );
}

/** Mottatt. That it has come, and when there will be an answer. */
export function StoppedPage({ language }: { language: LinkLanguage }) {
  const words = reviewWords[language];
  return (
    <LinkDocument language={language} title={words.stopSentTitle} path="/l/review/stopped">
      <p role="status">{words.stopSentWhy}</p>
      <p>
        <a href={`/l/answer?lang=${language}`}>{words.seeAll}</a>
      </p>
    </LinkDocument>
  );
}
