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
  typed,
  trouble,
}: {
  name: string;
  label: string;
  hint?: string;
  /** What was typed and would not do, and what to say of that. */
  typed?: string;
  trouble?: string;
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
      {trouble && (
        <p className="note" role="alert" id={`${name}-why`}>
          {trouble}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="text"
        dir="ltr"
        required
        defaultValue={typed}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever mistyped it is to put it right.
        autoFocus={trouble !== undefined}
        aria-invalid={trouble !== undefined || undefined}
        maxLength={length}
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={
          [hint && `${name}-hint`, trouble && `${name}-why`].filter(Boolean).join(' ') || undefined
        }
      />
    </>
  );
}

/** Lenken virker ikke. The same for a link that has expired, was taken back or never was; what was brought goes along to ask for another. */
export function FailedPage({ language, token }: { language: LinkLanguage; token: string }) {
  const words = linkWords[language];
  return (
    <LinkDocument language={language} title={words.failedTitle} path="/l">
      <p>{words.failedWhy}</p>
      <form method="post" action={`/l/again?lang=${language}`}>
        <p>{words.againLead}</p>
        <input type="hidden" name="token" value={token} />
        <p className="ways">
          <button className="main">{words.again}</button>
          <a href={`/l?lang=${language}`}>{words.typedCode}</a>
        </p>
      </form>
    </LinkDocument>
  );
}

/** Koden stemmer ikke. What was typed stands in the field, to be put right; for a code that has expired one asks for another letter. */
export function WrongCodePage({
  language,
  typed,
  code,
}: {
  language: LinkLanguage;
  typed: string;
  /** As it is kept; empty where what was typed is no code at all. */
  code: string;
}) {
  const words = linkWords[language];
  return (
    <LinkDocument language={language} title={words.typedCode} path="/l">
      <form method="post" action={`/l/open?lang=${language}`} autoComplete="off">
        <CodeField
          name="code"
          label={words.typedCode}
          hint={words.typedCodeHint}
          length={20}
          autoComplete="off"
          typed={typed}
          trouble={words.codeWrong}
        />
        <p>
          <button className="main">{words.open}</button>
        </p>
      </form>
      {code && (
        <form method="post" action={`/l/again?lang=${language}`}>
          <p>{words.againLead}</p>
          <input type="hidden" name="code" value={code} />
          <p>
            <button>{words.again}</button>
          </p>
        </form>
      )}
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
