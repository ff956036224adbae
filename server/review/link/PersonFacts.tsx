import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { LinkedRecord } from '#server/access/link/LinkedRecord.ts';
import { Fact } from '#server/access/link/RecordPage.tsx';
import { linkWords } from '#server/access/link/words/linkWords.ts';
import type { ToldTerm } from '#server/access/link/words/terms/termWords.ts';
import type { OwnRole } from '#server/review/handover/HandoverPages.tsx';
import type { ReviewWording } from './words/ReviewWording.ts';
import { reviewWords } from './words/reviewWords.ts';

const kinds: Readonly<Record<string, keyof ReviewWording>> = {
  CRISIS_MESSENGER: 'crisisMessenger',
  COUNCIL_MEMBER: 'councilMember',
  DIALOGUE_MEETING: 'dialogueMeeting',
  OUTREACH: 'outreach',
};

/** What a person is willing to do, in their words. */
export const willingnessIn = (
  language: LinkLanguage,
  { willingness }: LinkedRecord,
): readonly ToldTerm[] =>
  willingness.flatMap((kind) => {
    const word = kinds[kind];
    return word ? [{ text: reviewWords[language][word] }] : [];
  });

/** What a person is to an organisation. */
export const roleIn = ({ organisationName, role }: OwnRole): ToldTerm => ({
  text: `${organisationName}: ${role}`,
});

/** Det som bare gjelder personer. What a person is willing to do and what they are a part of, among the facts of their page. */
export function PersonFacts({
  language,
  record,
  roles,
}: {
  language: LinkLanguage;
  record: LinkedRecord;
  roles: readonly OwnRole[];
}) {
  const { willing, affiliations } = reviewWords[language];
  const { none } = linkWords[language];
  return (
    <>
      <Fact term={willing} values={willingnessIn(language, record)} none={none} />
      <Fact term={affiliations} values={roles.map(roleIn)} none={none} />
    </>
  );
}
