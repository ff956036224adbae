import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { consentInAnyLanguage } from '#schema/person/consentInAnyLanguage.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import { CodeField } from '#server/access/link/LinkPages.tsx';
import { dayIn, filled, linkWords } from '#server/access/link/words/linkWords.ts';
import { reviewScript } from '#server/review/link/ReviewPages.tsx';
import { SuccessorFields } from './SuccessorFields.tsx';
import type { TypedSuccessor } from './readSuccessorForm.ts';
import type { AskedSuccessor } from './successorSession.ts';
import type { HandoverWording } from './words/HandoverWording.ts';
import { handoverWords } from './words/handoverWords.ts';

export const successorPath = '/l/successor';

/** Åpne. What the message to the new one leads to: the same for everybody, and one form. */
export function SuccessorOpenPage({
  language,
  hasFailed,
}: {
  language: LinkLanguage;
  hasFailed: boolean;
}) {
  const words = handoverWords[language];
  const link = linkWords[language];
  return (
    <LinkDocument
      language={language}
      title={words.openTitle}
      path={successorPath}
      script="/l/open.js"
    >
      {hasFailed && (
        <p className="note" role="alert">
          {words.openFailed}
        </p>
      )}
      <p>{words.openLead}</p>
      <form
        name="link"
        method="post"
        action={`${successorPath}/open?lang=${language}`}
        autoComplete="off"
      >
        <input type="hidden" name="token" />
        <div className="typed">
          <p>{link.typeLead}</p>
          <CodeField
            name="code"
            label={link.typedCode}
            hint={link.typedCodeHint}
            length={20}
            autoComplete="off"
          />
        </div>
        <button className="main" name="open">
          {words.openAction}
        </button>
      </form>
    </LinkDocument>
  );
}

/** Har du overtatt? What was said of somebody, what they are asked to agree to, and two answers. */
export function SuccessorConfirmPage({
  language,
  asked,
  typed,
  mistakes,
}: {
  language: LinkLanguage;
  asked: AskedSuccessor;
  typed: TypedSuccessor;
  mistakes: Partial<Record<keyof TypedSuccessor | 'consent', keyof HandoverWording>>;
}) {
  const words = handoverWords[language];
  const link = linkWords[language];
  const name = asked.organisationName;
  const { text, wording } = consentInAnyLanguage('register_care', language);
  return (
    <LinkDocument
      language={language}
      title={filled(words.confirmTitle, { name })}
      path={`${successorPath}/confirm`}
      script={reviewScript}
    >
      <p>{filled(words.confirmLead, { name })}</p>
      <p>{link.whatFor}</p>
      <p className="hint">{words.askKept}</p>
      <form method="post" action={`${successorPath}/confirm?lang=${language}`} autoComplete="off">
        <SuccessorFields language={language} typed={typed} mistakes={mistakes} />
        <fieldset>
          <legend>{words.consent}</legend>
          {mistakes.consent && (
            <p className="note" role="alert" id="consent-why">
              {words[mistakes.consent]}
            </p>
          )}
          <p lang={wording.language} dir="auto" id="consent-text">
            {text}
          </p>
          <label className="tick">
            <input
              type="checkbox"
              name="consent"
              value="yes"
              aria-describedby={mistakes.consent ? 'consent-text consent-why' : 'consent-text'}
              aria-invalid={mistakes.consent ? true : undefined}
            />
            {words.consentTick}
          </label>
        </fieldset>
        <div className="answers">
          <button className="main" name="answer" value="yes">
            {words.yes}
          </button>
          <button name="answer" value="no" formNoValidate>
            {words.no}
          </button>
        </div>
      </form>
      <p className="hint">
        {filled(link.until, { date: dayIn(language, asked.expiresOn) })} {link.letterSafe}
      </p>
    </LinkDocument>
  );
}

/** Svart. What was answered, and what happens then. */
export function SuccessorAnsweredPage({
  language,
  isYes,
}: {
  language: LinkLanguage;
  isYes: boolean;
}) {
  const words = handoverWords[language];
  return (
    <LinkDocument
      language={language}
      title={isYes ? words.thanksTitle : words.noTitle}
      path={`${successorPath}/${isYes ? 'thanks' : 'no'}`}
    >
      <p role="status">{isYes ? words.thanksWhy : words.noWhy}</p>
    </LinkDocument>
  );
}
