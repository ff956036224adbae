import type { GraphQLResolveInfo } from 'graphql';
import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { PossibleDuplicate } from '#schema/directory/duplicate/PossibleDuplicate.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { readByIds } from '#server/common/read.ts';
import { Selection } from '#server/common/Selection.ts';
import type { Context } from '#server/context.ts';
import { findPossible } from './findPossible.ts';

@InputType({ description: 'What somebody is about to enter, as far as they have.' })
export class PossibleDuplicatesInput {
  @Field(() => RecordKind, { description: 'What it is.' })
  kind!: RecordKind;

  @Field(() => Text, {
    description: 'Its name, of which the last word may be unfinished; of a person the whole name.',
  })
  name!: string;

  @Field(() => Text, { nullable: true, description: 'Its organisation number.' })
  number?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of areas: of the seat, or served.' })
  areas?: string[] | null;

  @Field(() => [Text], {
    nullable: true,
    description: 'Numbers and addresses to reach it by; the first five are looked at.',
  })
  contactValues?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the record that is being edited, if it is there already.',
  })
  exceptId?: string | null;
}

const LONGEST_NAME = 200;
const MOST_VALUES = 5;

/** Mulige dubletter. Finds what somebody may be about to enter a second time, and reads of it what is selected. */
export async function possibleDuplicates(
  context: Context,
  info: GraphQLResolveInfo,
  { kind, name, number, areas, contactValues, exceptId }: PossibleDuplicatesInput,
): Promise<PossibleDuplicate[]> {
  const { vocabulary, locale } = context;
  const possible = await findPossible(context, {
    kind,
    name: name.slice(0, LONGEST_NAME),
    number: number?.replaceAll(/\s/g, '') || null,
    areas: (areas ?? []).flatMap((code) => vocabulary.byCode('Area', code, locale)?.number ?? []),
    contactValues: (contactValues ?? []).slice(0, MOST_VALUES),
    exceptId: exceptId ?? null,
  });
  const field = kind === RecordKind.PERSON ? 'person' : 'organisation';
  const selected = Selection.of(info).within([field]);
  const ids = possible.map(({ id }) => id);
  const rows = selected
    ? await readByIds(context, selected, info.variableValues, ids)
    : ids.map((id) => ({ id }));
  return possible.flatMap((it, place) =>
    rows[place]
      ? [
          {
            ...it,
            organisation: null,
            person: null,
            [field]: rows[place],
            reasons: [...it.reasons],
          },
        ]
      : [],
  );
}
