import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import type { LinkSession } from '#server/access/link/linkSession.ts';
import { linkWords } from '#server/access/link/words/linkWords.ts';
import type { FieldGroup } from '#schema/review/FieldGroup.ts';
import { groupTitle } from './GroupFacts.tsx';
import { groupPath, reviewScript } from './ReviewPages.tsx';
import { reviewWordsTo } from './words/reviewWords.ts';

interface Asked {
  readonly language: LinkLanguage;
  readonly askedBy: LinkSession['askedBy'];
}

/** Med egne ord. Whom a person writes to about what is to be another: the one who asked, by the letter or at their address. */
export function OwnWords({ language, askedBy }: Asked) {
  const { answerLetter, isWrong } = linkWords[language];
  const email = askedBy?.email;
  return (
    <div className="box">
      <p>{reviewWordsTo(language, 'person').changeByMail}</p>
      <p>
        {email ? isWrong : answerLetter}{' '}
        {email && (
          <a href={`mailto:${email}`}>
            <bdi dir="ltr">{email}</bdi>
          </a>
        )}
      </p>
    </div>
  );
}

/** Hva er riktig? That a group is to be another has been noted; what is right, a person says in their own words. */
export function OwnWordsPage({ group, ...asked }: Asked & { group: FieldGroup }) {
  const { language } = asked;
  const words = reviewWordsTo(language, 'person');
  return (
    <LinkDocument
      language={language}
      title={`${groupTitle(language, group)}: ${words.changeTitle}`}
      heading={words.changeTitle}
      path={`${groupPath(group)}/change`}
      script={reviewScript}
    >
      <h2>{groupTitle(language, group)}</h2>
      <OwnWords {...asked} />
      <p className="ways">
        <a className="button" href={`/l/review?lang=${language}`}>
          {words.goOn}
        </a>
        <a href={`${groupPath(group)}?lang=${language}`}>{words.back}</a>
      </p>
    </LinkDocument>
  );
}
