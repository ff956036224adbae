import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { LinkedRecord } from '#server/access/link/LinkedRecord.ts';
import { Contact, Fact, Values } from '#server/access/link/RecordPage.tsx';
import { linkWords } from '#server/access/link/words/linkWords.ts';
import {
  areaIn,
  countryIn,
  kindIn,
  languageIn,
  topicIn,
} from '#server/access/link/words/terms/termWords.ts';
import type { OwnRole } from '#server/review/handover/HandoverPages.tsx';
import { roleIn, willingnessIn } from './PersonFacts.tsx';
import { reviewWords } from './words/reviewWords.ts';

/** What a group is called on the pages. */
export function groupTitle(language: LinkLanguage, group: FieldGroup): string {
  const { contact, languages, areas, topics } = linkWords[language];
  switch (group) {
    case FieldGroup.CONTACT:
    case FieldGroup.PEOPLE:
      return contact;
    case FieldGroup.LANGUAGES:
      return languages;
    case FieldGroup.AREAS:
      return areas;
    case FieldGroup.TOPICS:
      return topics;
    case FieldGroup.WILLINGNESS:
      return reviewWords[language].willing;
    case FieldGroup.AFFILIATIONS:
      return reviewWords[language].affiliations;
    case FieldGroup.NAME:
      return reviewWords[language].name;
  }
}

/** En gruppe opplysninger. What the register says of it, as large as there is room for. */
export function GroupFacts({
  language,
  record,
  roles,
  group,
}: {
  language: LinkLanguage;
  record: LinkedRecord;
  roles: readonly OwnRole[];
  group: FieldGroup;
}) {
  const words = linkWords[language];
  const { none } = words;
  switch (group) {
    case FieldGroup.CONTACT:
      return <Contact words={words} points={record.contactPoints} />;
    case FieldGroup.LANGUAGES:
      return (
        <dl>
          <Fact
            term={words.languages}
            values={record.languages.map((it) => languageIn(language, it))}
            none={none}
          />
          {record.communities && (
            <Fact
              term={words.communities}
              values={record.communities.map((it) => countryIn(language, it))}
              none={none}
            />
          )}
        </dl>
      );
    case FieldGroup.AREAS:
      return <Values values={record.areas.map((it) => areaIn(language, it))} none={none} />;
    case FieldGroup.TOPICS:
      return <Values values={record.topics.map((it) => topicIn(language, it))} none={none} />;
    case FieldGroup.WILLINGNESS:
      return <Values values={willingnessIn(language, record)} none={none} />;
    case FieldGroup.AFFILIATIONS:
      return <Values values={roles.map(roleIn)} none={none} />;
    default:
      return (
        <dl>
          <Fact term={reviewWords[language].name} values={[{ text: record.name }]} none={none} />
          {record.otherNames.length > 0 && (
            <Fact
              term={words.alsoCalled}
              values={record.otherNames.map((text) => ({ text }))}
              none={none}
            />
          )}
          {record.kind && (
            <Fact term={words.kind} values={[kindIn(language, record.kind)]} none={none} />
          )}
          {record.number && (
            <Fact term={words.number} values={[{ text: record.number }]} none={none} />
          )}
        </dl>
      );
  }
}
