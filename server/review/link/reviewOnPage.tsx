import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { Role } from '#schema/access/Role.ts';
import type { AskedByLink, AskedMore } from '#server/access/link/linkRoutes.ts';
import { viewerBy } from '#server/access/link/linkSession.ts';
import type { MoreOnPage } from '#server/access/link/RecordPage.tsx';
import { linkLocale } from '#server/access/link/words/linkWords.ts';
import type { Context } from '#server/context.ts';
import { EraseWay } from '#server/review/erase/ErasePages.tsx';
import { HandoverWay } from '#server/review/handover/HandoverPages.tsx';
import { readHandover } from '#server/review/handover/readHandover.ts';
import { ConsentBox, type Withdrawing } from './ConsentBox.tsx';
import { purposeWords } from './purposeWords.ts';
import { readConsents } from './readConsents.ts';
import { askedGroups, readReview, type Review } from './readReview.ts';
import { readUses, type Use } from './readUses.ts';
import { groupTitle } from './GroupFacts.tsx';
import { groupPath } from './ReviewPages.tsx';
import type { ReviewWording } from './words/ReviewWording.ts';
import { PersonFacts } from './PersonFacts.tsx';
import { reviewWords, reviewWordsTo } from './words/reviewWords.ts';

/** Makes what a request by link knows. */
export type ContextByLink = (
  request: Pick<AskedByLink, 'viewer' | 'locale' | 'requestId'>,
) => Context;

const withdrawings: readonly Withdrawing[] = [
  'asked',
  'tooMany',
  'done',
  'wrong',
  'locked',
  'gone',
];

/** So few questions that one had better look at all of it at once. */
const few = 2;

/** Gjennomgang på siden. What an organisation is asked on the page of its facts, and who has used them. */
export const reviewOnPage =
  ({ contextOf }: { readonly contextOf: ContextByLink }) =>
  async ({ session, record, language, requestId, state }: AskedMore): Promise<MoreOnPage> => {
    const withdrawing = withdrawings.find((it) => it === state) ?? 'none';
    const context = contextOf({
      viewer: viewerBy(session),
      locale: linkLocale(language),
      requestId,
    });
    if (session.recordKind === 'person') {
      const [consents, { roles }, review] = await Promise.all([
        readConsents(context, session.recordId),
        readHandover(context, session),
        readReview(context, session),
      ]);
      const asked = { words: reviewWordsTo(language, 'person'), language, review };
      const box = { language, consents, withdrawing };
      const below = (
        <>
          <ConsentBox {...box} />
          {roles.length > 0 && <HandoverWay language={language} />}
          <EraseWay language={language} />
        </>
      );
      return {
        above: <Begin {...asked} />,
        facts: <PersonFacts language={language} record={record} roles={roles} />,
        answer: <AllRight {...asked} />,
        below,
      };
    }
    const [review, uses] = await Promise.all([
      readReview(context, session),
      readUses(context, session.recordId),
    ]);
    const words = reviewWords[language];
    return {
      above: <Begin words={words} language={language} review={review} />,
      answer: <AllRight words={words} language={language} review={review} />,
      below: (
        <>
          <Changes words={words} language={language} />
          <HandoverWay language={language} />
          <Uses words={words} uses={uses} />
          <h2>{words.stopTitle}</h2>
          <p>{words.stopLead}</p>
          <p>
            <a href={`/l/review/stop?lang=${language}`}>
              {words.pause} · {words.object} · {words.remove}
            </a>
          </p>
        </>
      ),
    };
  };

interface Asked {
  readonly words: ReviewWording;
  readonly language: LinkLanguage;
  readonly review: Review;
}

const isDone = ({ answers, left }: Review) => answers.size > 0 && left.length === 0;

/** Where to begin, to go on, or to see what was answered. */
function Begin({ words, language, review }: Asked) {
  const [next] = review.left;
  if (isDone(review)) {
    return (
      <div className="box screen">
        <p>
          <strong>{words.doneTitle}</strong> {words.doneWhy}
        </p>
        <p>
          <a href={`/l/review/done?lang=${language}`}>{words.youAnswered}</a>
        </p>
      </div>
    );
  }
  if (!next || review.uncertain.length <= few) return <p className="screen">{words.look}</p>;
  return (
    <div className="box screen">
      <p>{words.look}</p>
      <p className="ways">
        <a className="button" href={`${groupPath(next)}?lang=${language}`}>
          {review.answers.size > 0 ? words.goOn : words.begin}
        </a>
      </p>
      <p className="hint">{words.oneByOne}</p>
    </div>
  );
}

/** One press for whoever has looked at all of it. */
function AllRight({ words, language, review }: Asked) {
  if (isDone(review)) return null;
  const [next] = review.left;
  return (
    <form className="box" method="post" action={`/l/review/all?lang=${language}`}>
      <p>{words.allRightLead}</p>
      <p className="ways">
        <button className="main">{words.allRight}</button>
        {next && <a href={`${groupPath(next)}?lang=${language}`}>{words.oneByOne}</a>}
      </p>
    </form>
  );
}

/** Where to say what is wrong, of each group. */
function Changes({ words, language }: Pick<Asked, 'words' | 'language'>) {
  return (
    <nav className="box" aria-labelledby="change">
      <h2 id="change">{words.change}</h2>
      <ul>
        {askedGroups.map((group) => (
          <li key={group}>
            <a href={`${groupPath(group)}/change?lang=${language}`}>
              {groupTitle(language, group)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const roles: Partial<Record<Role, keyof ReviewWording>> = {
  [Role.EDITOR]: 'editor',
  [Role.COORDINATOR]: 'coordinator',
  [Role.RECRUITER]: 'recruiter',
  [Role.PROGRAMME_LEAD]: 'programmeLead',
  [Role.PRIVACY_OFFICER]: 'privacyOfficer',
};

/** Who has seen how its people are reached: as counts, by what they are and what for. */
function Uses({ words, uses }: { words: ReviewWording; uses: readonly Use[] }) {
  return (
    <>
      <h2>{words.usedTitle}</h2>
      <p>{uses.length ? words.usedLead : words.usedNone}</p>
      {uses.length > 0 && (
        <ul className="uses">
          {uses.map(({ role, purpose, count }) => (
            <li key={`${role} ${purpose}`}>
              {words[(role && roles[role]) ?? 'otherRole']},{' '}
              {words[purpose ? purposeWords[purpose] : 'otherPurpose']}: <bdi>{count}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
