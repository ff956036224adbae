import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { type CodeTrouble, codeTroubles } from '#server/access/link/codeTroubles.ts';
import { ShortCodeField } from '#server/access/link/ShortCodeField.tsx';
import { dayIn, linkWords } from '#server/access/link/words/linkWords.ts';
import type { LivingConsent } from './readConsents.ts';
import { purposeWords } from './purposeWords.ts';
import { reviewWords } from './words/reviewWords.ts';

/** How far somebody has come in withdrawing a consent. */
export type Withdrawing = 'none' | 'asked' | 'done' | CodeTrouble;

/** Samtykkene mine. What a person has said yes to, and the way to say no: with a code, so that nobody else does. */
export function ConsentBox({
  language,
  consents,
  withdrawing,
}: {
  language: LinkLanguage;
  consents: readonly LivingConsent[];
  withdrawing: Withdrawing;
}) {
  const words = reviewWords[language];
  const link = linkWords[language];
  const told: Partial<Record<Withdrawing, string>> = {
    asked: link.codeSent,
    done: words.consentWithdrawn,
    ...codeTroubles(language),
  };
  const mayType = (withdrawing === 'asked' || withdrawing === 'wrong') && consents.length > 0;
  return (
    <>
      <h2 id="consents">{words.consentTitle}</h2>
      {told[withdrawing] && (
        <p
          className="note"
          role={withdrawing === 'asked' || withdrawing === 'done' ? 'status' : 'alert'}
        >
          {told[withdrawing]}
        </p>
      )}
      {consents.length === 0 ? (
        <p>{words.consentNone}</p>
      ) : (
        <>
          <p>{words.consentLead}</p>
          {!mayType && (
            <ul>
              {consents.map(({ id, purpose, expiresOn }) => (
                <li key={id}>
                  {words[purposeWords[purpose]]} ({dayIn(language, expiresOn)})
                </li>
              ))}
            </ul>
          )}
          {mayType && (
            <form method="post" action={`/l/review/consent?lang=${language}`} autoComplete="off">
              <fieldset>
                <legend>{words.consentWithdraw}</legend>
                {consents.map(({ id, purpose }) => (
                  <label key={id} className="tick">
                    <input type="radio" name="consent" value={id} required />
                    {words[purposeWords[purpose]]}
                  </label>
                ))}
              </fieldset>
              <ShortCodeField language={language} name="consentCode" />
              <p>
                <button className="main">{words.consentWithdraw}</button>
              </p>
            </form>
          )}
          <form method="post" action={`/l/review/consent/code?lang=${language}`}>
            <button>{words.consentCode}</button>
          </form>
        </>
      )}
    </>
  );
}
