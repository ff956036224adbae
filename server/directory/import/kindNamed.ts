import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };
import { TermKind } from '#schema/directory/TermKind.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { foldedWords } from '#server/directory/fold.ts';
import type { Lexicon } from '#server/directory/Lexicon.ts';
import type { NamedTerm } from './Terms.ts';

type Name = keyof typeof OrganisationKind;

const names = Object.keys(OrganisationKind) as Name[];
const folded = (text: string): string => foldedWords(text).join(' ');

/** By what the screens and the files that we write call them. */
const byLabel = new Map(
  [nb, nn, en].flatMap((words) =>
    names.map((name) => [folded(words[`organisationKind.${name}`]), OrganisationKind[name]]),
  ),
);

/** What «forening» and «stiftelse» may be: those that a list of organisations is about. */
const usual: readonly Name[] = [
  'IMMIGRANT_ORGANISATION',
  'FAITH_COMMUNITY',
  'VOLUNTARY_ORGANISATION',
  'PATIENT_ORGANISATION',
  'INFORMAL_GROUP',
];
const suggestions = usual.map((name) => nb[`organisationKind.${name}`]);

/** Type i en celle. The kind that a text names, as the register or people call it; of a word that may be any kind none is chosen. */
export function kindNamed(lexicon: Lexicon, text: string): NamedTerm<OrganisationKind> {
  const said = text.trim().toLowerCase().replaceAll(' ', '_');
  const plain = Object.values(OrganisationKind).find((it) => it === said);
  const found = plain ?? byLabel.get(folded(text));
  if (found) return { found };
  const kinds = new Set(
    lexicon
      .exactly(folded(text))
      .filter(({ meaning }) => meaning.kind === TermKind.ORGANISATION_KIND)
      .map(({ meaning }) => meaning.key as OrganisationKind),
  );
  const [one] = kinds;
  return one && kinds.size === 1 ? { found: one } : { found: null, reason: 'UNKNOWN', suggestions };
}
