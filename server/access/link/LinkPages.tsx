import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { LinkDocument } from './LinkDocument.tsx';
import { linkWords } from './words/linkWords.ts';

/** Åpne. The page that a link leads to: one form. With a script the token is in it, without one the code is typed. */
export function OpenPage({ language }: { language: LinkLanguage }) {
  const words = linkWords[language];
  return (
    <LinkDocument language={language} title={words.openTitle} path="/l" script="/l/open.js">
      <p>{words.openLead}</p>
      <form name="link" method="post" action={`/l/open?lang=${language}`} autoComplete="off">
        <input type="hidden" name="token" />
        <div className="typed">
          <p>{words.typeLead}</p>
          <CodeField
            name="code"
            label={words.typedCode}
            hint={words.typedCodeHint}
            length={20}
            autoComplete="off"
          />
        </div>
        <button className="main" name="open">
          {words.open}
        </button>
      </form>
    </LinkDocument>
  );
}

/** A field for a code: its letters and digits stand from left to right, whichever way one reads. */
export function CodeField({
  name,
  label,
  hint,
  length,
  autoComplete,
  inputMode,
}: {
  name: string;
  label: string;
  hint?: string;
  length: number;
  autoComplete: string;
  inputMode?: 'numeric';
}) {
  return (
    <>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="text"
        dir="ltr"
        required
        maxLength={length}
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={hint && `${name}-hint`}
      />
    </>
  );
}

/** Lenken virker ikke. The same for a link that has expired, was taken back or never was; what was brought goes along to ask for another. */
export function FailedPage({
  language,
  token,
  code,
}: {
  language: LinkLanguage;
  token: string;
  code: string;
}) {
  const words = linkWords[language];
  return (
    <LinkDocument language={language} title={words.failedTitle} path="/l">
      <p>{words.failedWhy}</p>
      <form method="post" action={`/l/again?lang=${language}`}>
        <p>{words.againLead}</p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="code" value={code} />
        <p className="ways">
          <button className="main">{words.again}</button>
          <a href={`/l?lang=${language}`}>{words.typedCode}</a>
        </p>
      </form>
    </LinkDocument>
  );
}

/** One thing to be told, and nothing to do. */
export function MessagePage({
  language,
  message,
}: {
  language: LinkLanguage;
  message: 'sent' | 'over' | 'wait' | 'signedOut';
}) {
  const words = linkWords[language];
  return (
    <LinkDocument language={language} title={words[`${message}Title`]} path="/l">
      <p>{words[`${message}Why`]}</p>
    </LinkDocument>
  );
}
