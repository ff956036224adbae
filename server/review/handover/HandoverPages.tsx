import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import { type CodeTrouble, codeTroubles } from '#server/access/link/codeTroubles.ts';
import { ShortCodeField } from '#server/access/link/ShortCodeField.tsx';
import { filled, linkWords } from '#server/access/link/words/linkWords.ts';
import { reviewScript } from '#server/review/link/ReviewPages.tsx';
import { reviewWords } from '#server/review/link/words/reviewWords.ts';
import { SuccessorFields } from './SuccessorFields.tsx';
import type { TypedSuccessor } from './readSuccessorForm.ts';
import type { HandoverWording } from './words/HandoverWording.ts';
import { handoverWords } from './words/handoverWords.ts';

export const handoverPath = '/l/handover';

/** How far somebody has come in saying who has taken over. */
export type Handing = 'start' | 'asked' | CodeTrouble;

/** What somebody is to an organisation, to choose among. */
export interface OwnRole {
  readonly affiliationId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly role: string;
}

/** Why a field will not do, by its name. */
export type Mistakes = Partial<Record<keyof TypedSuccessor | 'role', keyof HandoverWording>>;

/** Hvem har overtatt? First a code, then who it is. `roles`: what a person may no longer be; empty where the link is to an organisation. */
export function HandoverPage({
  language,
  handing,
  canBeSent,
  roles,
  typed,
  mistakes,
}: {
  language: LinkLanguage;
  handing: Handing;
  /** Whether there is somewhere to send a code. */
  canBeSent: boolean;
  roles: readonly OwnRole[];
  typed: TypedSuccessor & { readonly role: string };
  mistakes: Mistakes;
}) {
  const words = handoverWords[language];
  const link = linkWords[language];
  const trouble: Partial<Record<Handing, string>> = codeTroubles(language);
  const mayType = handing === 'asked' || handing === 'wrong';
  return (
    <LinkDocument language={language} title={words.title} path={handoverPath} script={reviewScript}>
      <p>{words.lead}</p>
      {!canBeSent && <p className="note">{words.noCode}</p>}
      {trouble[handing] && (
        <p className="note" role="alert">
          {trouble[handing]}
        </p>
      )}
      {mayType && (
        <form method="post" action={`${handoverPath}?lang=${language}`} autoComplete="off">
          {handing === 'asked' && Object.keys(mistakes).length === 0 && (
            <p className="note" role="status">
              {link.codeSent}
            </p>
          )}
          <ShortCodeField language={language} />
          <Roles words={words} roles={roles} chosen={typed.role} mistake={mistakes.role} />
          <SuccessorFields language={language} typed={typed} mistakes={mistakes} withReach />
          <p>
            <button className="main">{words.send}</button>
          </p>
        </form>
      )}
      {canBeSent && (
        <form method="post" action={`${handoverPath}/code?lang=${language}`}>
          {!mayType && <p>{words.codeLead}</p>}
          <button className={mayType ? undefined : 'main'}>{words.sendCode}</button>
        </form>
      )}
      <p>
        <a href={`/l/answer?lang=${language}`}>{reviewWords[language].back}</a>
      </p>
    </LinkDocument>
  );
}

function Roles({
  words,
  roles,
  chosen,
  mistake,
}: {
  words: HandoverWording;
  roles: readonly OwnRole[];
  chosen: string;
  mistake: keyof HandoverWording | undefined;
}) {
  const [only, ...others] = roles;
  if (!only) return null;
  if (!others.length) return <input type="hidden" name="role" value={only.affiliationId} />;
  return (
    <fieldset>
      <legend>{words.which}</legend>
      {mistake && (
        <p className="note" role="alert">
          {words[mistake]}
        </p>
      )}
      {roles.map(({ affiliationId, organisationName, role }) => (
        <label key={affiliationId} className="tick">
          <input
            type="radio"
            name="role"
            value={affiliationId}
            defaultChecked={affiliationId === chosen}
            required
          />
          <span>
            <bdi>{role}</bdi>, <bdi>{organisationName}</bdi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Takk. That the new one is asked, and what happens then; with a way to take it back. */
export function HandoverSentPage({
  language,
  isTakenBack,
}: {
  language: LinkLanguage;
  isTakenBack: boolean;
}) {
  const words = handoverWords[language];
  return (
    <LinkDocument
      language={language}
      title={isTakenBack ? words.takenBack : words.sentTitle}
      path={`${handoverPath}/sent`}
      script={reviewScript}
    >
      {!isTakenBack && (
        <>
          <p role="status">{words.sentWhy}</p>
          <form method="post" action={`${handoverPath}/back?lang=${language}`}>
            <button>{words.takeBack}</button>
          </form>
        </>
      )}
      <p>
        <a href={`/l/answer?lang=${language}`}>{reviewWords[language].seeAll}</a>
      </p>
    </LinkDocument>
  );
}

/** Inngangen. The way from the page of the facts to saying that somebody else has taken over. */
export function HandoverWay({ language }: { language: LinkLanguage }) {
  return (
    <p>
      <a href={`${handoverPath}?lang=${language}`}>{filled(handoverWords[language].way, {})}</a>
    </p>
  );
}
