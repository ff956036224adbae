import { RecordKind } from '#schema/directory/RecordKind.ts';
import { TermKind } from '#schema/directory/TermKind.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import type { Meaning } from '#server/directory/Meaning.ts';
import {
  wordsForKinds,
  wordsForPhone,
  wordsForRecords,
  wordsForWillingness,
} from '#server/directory/plainWords.ts';
import type { Names } from './Names.ts';
import { phrases } from './phrases.ts';

/** Kinds of organisations and records, what people are willing to do, that there is a phone. */
export function nameEnums(names: Names): void {
  const enumMeaning = (kind: TermKind, key: string): Meaning => ({
    kind,
    value: key.toUpperCase(),
    key,
    area: null,
  });
  for (const kind of Object.values(OrganisationKind)) {
    const meaning = enumMeaning(TermKind.ORGANISATION_KIND, kind);
    for (const phrase of phrases(wordsForKinds[kind])) names.add(phrase, meaning, 'whole', false);
  }
  for (const willingness of Object.values(Willingness)) {
    const meaning = enumMeaning(TermKind.WILLINGNESS, willingness);
    for (const phrase of phrases(wordsForWillingness[willingness]))
      names.add(phrase, meaning, 'whole', false);
  }
  for (const record of Object.values(RecordKind)) {
    const meaning = enumMeaning(TermKind.RECORD_KIND, record);
    for (const phrase of phrases(wordsForRecords[record]))
      names.add(phrase, meaning, 'whole', false);
  }
  const phone: Meaning = { kind: TermKind.HAS_PHONE, value: 'true', key: 'true', area: null };
  for (const phrase of phrases(wordsForPhone)) names.add(phrase, phone, 'whole', false);
}
