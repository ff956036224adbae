import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import type { LinkedRecord } from '#server/access/link/LinkedRecord.ts';
import { Contact, Fact, languageOfLists, nameIn } from '#server/access/link/RecordPage.tsx';
import { linkWords } from '#server/access/link/words/linkWords.ts';
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
    case FieldGroup.NAME:
      return reviewWords[language].name;
  }
}

/** En gruppe opplysninger. What the register says of it, as large as there is room for. */
export function GroupFacts({
  language,
  record,
  group,
}: {
  language: LinkLanguage;
  record: LinkedRecord;
  group: FieldGroup;
}) {
  const words = linkWords[language];
  const ours = languageOfLists(language);
  const { none } = words;
  switch (group) {
    case FieldGroup.CONTACT:
      return <Contact words={words} points={record.contactPoints} />;
    case FieldGroup.LANGUAGES:
      return (
        <dl>
          <Fact
            term={words.languages}
            values={record.languages.map((it) => nameIn(language, 'language', it))}
            none={none}
          />
          <Fact
            term={words.communities}
            values={(record.communities ?? []).map((it) => nameIn(language, 'region', it))}
            none={none}
          />
        </dl>
      );
    case FieldGroup.AREAS:
      return (
        <dl>
          <Fact
            term={words.areas}
            values={record.areas.map((it) => it.name)}
            none={none}
            lang={ours}
          />
        </dl>
      );
    case FieldGroup.TOPICS:
      return (
        <dl>
          <Fact
            term={words.topics}
            values={record.topics.map((it) => it.name)}
            none={none}
            lang={ours}
          />
        </dl>
      );
    default:
      return (
        <dl>
          <Fact term={reviewWords[language].name} values={[record.name]} none={none} />
          {record.otherNames.length > 0 && (
            <Fact term={words.alsoCalled} values={record.otherNames} none={none} />
          )}
          {record.number && <Fact term={words.number} values={[record.number]} none={none} />}
        </dl>
      );
  }
}
