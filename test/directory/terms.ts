import { Language } from '#schema/vocabulary/Language.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import type { World } from '#test/support/world.ts';

const vocabulary = readVocabulary(seedsFolder);

/** Terms of the real vocabulary, for lists of them. */
export const area = (code: string): Area => vocabulary.areas.get(code)!;
export const language = (code: string): Language => vocabulary.languages.get(code)!;
export const topic = (code: string) => vocabulary.topics.get(code)!;
export const community = (code: string) => vocabulary.communities.get(code)!;

/** A language as something that is there, to point at. */
export const known = (world: World, code: string): Language =>
  world.em.getReference(Language, language(code).number as never) as unknown as Language;
