import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import type { LinkedKind } from '#server/access/link/issueLink.ts';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import type { LinkedRecord } from '#server/access/link/LinkedRecord.ts';
import { dayIn, filled } from '#server/access/link/words/linkWords.ts';
import type { OwnRole } from '#server/review/handover/HandoverPages.tsx';
import type { Answer } from './answerByLink.ts';
import { OwnWords } from './OwnWords.tsx';
import { GroupFacts, groupTitle } from './GroupFacts.tsx';
import { askedOf, type Review } from './readReview.ts';
import { roundWords } from '#server/review/round/words/roundWords.ts';
import { reviewWords, reviewWordsTo } from './words/reviewWords.ts';

export const reviewScript = '/l/review.js';

/** Where the page of a group is, and what belongs to it. */
export const groupPath = (group: FieldGroup): string => `/l/review/${group}`;

/** What has become of what was just proposed. */
export type Told = 'waits' | 'made' | null;

function Proposed({ language, told }: { language: LinkLanguage; told: Told }) {
  if (!told) return null;
  const { changeSent, changeMade } = reviewWords[language];
  return (
    <p className="note screen" role="status">
      {told === 'made' ? changeMade : changeSent}
    </p>
  );
}

/** Spørsmålet. One group of facts, large, and three answers. */
export function QuestionPage({
  language,
  record,
  roles,
  review,
  group,
  told,
}: {
  language: LinkLanguage;
  record: LinkedRecord;
  roles: readonly OwnRole[];
  review: Review;
  group: FieldGroup;
  told: Told;
}) {
  const words = reviewWordsTo(language, review.kind);
  const at = review.uncertain.indexOf(group);
  const of = review.uncertain.length;
  const before = review.uncertain[at - 1];
  const back = before ? groupPath(before) : '/l/answer';
  const progress = filled(words.progress, { at: String(at + 1), of: String(of) });
  return (
    <LinkDocument
      language={language}
      title={`${groupTitle(language, group)}: ${words.question}`}
      heading={words.question}
      path={groupPath(group)}
      script={reviewScript}
    >
      <Proposed language={language} told={told} />
      {at >= 0 && (
        <p>
          <progress max={of} value={at + 1} aria-label={progress} /> {progress}
        </p>
      )}
      <h2>{groupTitle(language, group)}</h2>
      <div className="large">
        <GroupFacts language={language} record={record} roles={roles} group={group} />
      </div>
      <form className="answers" method="post" action={`${groupPath(group)}?lang=${language}`}>
        <button className="main" name="answer" value="yes">
          {words.yes}
        </button>
        {review.kind === 'person' ? (
          <button name="answer" value="change">
            {words.change}
          </button>
        ) : (
          <a className="button" href={`${groupPath(group)}/change?lang=${language}`}>
            {words.change}
          </a>
        )}
        <button name="answer" value="unknown">
          {words.unknown}
        </button>
      </form>
      <p>
        <a href={`${back}?lang=${language}`}>{words.back}</a>
      </p>
      <p className="hint">{words.later}</p>
    </LinkDocument>
  );
}

/** What was answered, in words. */
export const said = (language: LinkLanguage, kind: LinkedKind, answer: Answer): string => {
  const { saidYes, saidChange, saidUnknown } = reviewWordsTo(language, kind);
  return { yes: saidYes, change: saidChange, unknown: saidUnknown }[answer];
};

/** Kvitteringen. What was answered and when, to keep. */
export function DonePage({
  language,
  record,
  review,
  today,
  isSent,
  told,
  askedBy,
}: {
  language: LinkLanguage;
  record: LinkedRecord;
  review: Review;
  today: string;
  isSent: boolean;
  told: Told;
  askedBy: LinkSession['askedBy'];
}) {
  const words = reviewWordsTo(language, review.kind);
  const isToWrite = review.kind === 'person' && [...review.answers.values()].includes('change');
  return (
    <LinkDocument
      language={language}
      title={words.doneTitle}
      path="/l/review/done"
      script={reviewScript}
    >
      <Proposed language={language} told={told} />
      <p>{review.isLate ? roundWords[language].closed : words.doneWhy}</p>
      <p>{filled(words.receiptOn, { name: record.name, date: dayIn(language, today) })}</p>
      <h2>{words.youAnswered}</h2>
      <dl>
        {askedOf(review.kind).flatMap((group) => {
          const answer = review.answers.get(group);
          if (!answer) return [];
          return [
            <div key={group}>
              <dt>{groupTitle(language, group)}</dt>
              <dd>{said(language, review.kind, answer)}</dd>
            </div>,
          ];
        })}
      </dl>
      {isToWrite && <OwnWords language={language} askedBy={askedBy} />}
      {isSent ? (
        <p className="note screen" role="status">
          {words.receiptSent}
        </p>
      ) : (
        <form method="post" action={`/l/review/receipt?lang=${language}`}>
          <p className="ways">
            <button className="main">{words.sendReceipt}</button>
            <button type="button" data-print data-needs-script>
              {words.print}
            </button>
          </p>
        </form>
      )}
      <p className="screen">
        <a href={`/l/answer?lang=${language}`}>{words.seeAll}</a>
      </p>
    </LinkDocument>
  );
}
