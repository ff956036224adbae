import { TermKind } from '#schema/directory/TermKind.ts';
import { demonyms } from '#server/directory/demonyms.ts';
import type { TermRow } from '#server/vocabulary/Vocabulary.ts';
import type { Names } from './Names.ts';
import { folded } from './phrases.ts';
import { termMeaning, writtenNames } from './termMeaning.ts';

/** Land, and what those from there are called. */
export function nameCommunities(names: Names, communities: readonly TermRow[]): void {
  for (const community of communities) {
    const meaning = termMeaning(TermKind.COMMUNITY, community);
    for (const name of writtenNames(community)) {
      names.add(name.replace(/[()]/g, ' '), meaning, 'whole');
      names.add(name.replace(/\(.*\)/, ''), meaning, 'whole');
    }
    for (const word of (demonyms[community.code] ?? '').split(' ')) {
      const base = folded(word);
      if (!base) continue;
      names.add(base, meaning, 'whole');
      const endings = endingsOf(base);
      for (const ending of endings) names.addForm(folded(base + ending), meaning, 'whole');
    }
  }
}

/** How a name of a people goes on: somalisk-e, somalier-e, somaliar-ane, Somali-s. */
function endingsOf(demonym: string): string[] {
  if (demonym.endsWith('sk')) return ['e'];
  if (demonym.endsWith('er')) return ['e', 'ne'];
  return demonym.endsWith('ar') ? ['ane'] : ['s'];
}
