import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Audience } from '#schema/directory/audience/Audience.ts';
import { ensure } from '#server/access/ensure.ts';
import { change } from '#server/common/change.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { mayEdit } from './audienceRules.ts';
import { findAudience } from './findAudience.ts';
import { readName, readSearch, SearchInput } from './readSearch.ts';
import { flushNamedOnce } from './saveAudience.ts';

@InputType({ description: 'What is to be different about a saved search. What is left out stays.' })
export class EditAudienceInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that one saw. When somebody has changed it since, nothing is written: CONFLICT tells what they changed.',
  })
  expectedVersion!: number;

  @Field(() => Text, {
    nullable: true,
    description: 'What it is to be called: one line, at most 120 characters.',
  })
  name?: string | null;

  @Field(() => SearchInput, { nullable: true, description: 'What it is to ask, all of it.' })
  search?: SearchInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether colleagues are to see it.' })
  isShared?: boolean | null;
}

/**
 * Endre et utvalg. Gives it another name or another search, shares it, or takes it back.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, NAME_TAKEN).
 */
export async function editAudience(context: Context, input: EditAudienceInput): Promise<string> {
  const { id, expectedVersion: version, name, search, isShared } = input;
  const found = await findAudience(context, id);
  ensure(mayEdit, context.viewer, found);
  const edited = {
    ...(typeof name === 'string' && { name: readName(name) }),
    ...(search && (await readSearch(context, search))),
    ...(typeof isShared === 'boolean' && { isShared }),
  };
  if (found.version !== version) throw await staleVersion(context, { type: Audience, id, version });
  return change(context, { verb: 'editAudience' }, async (em) => {
    const audience = await em.findOneOrFail(Audience, { id, version });
    Object.assign(audience, edited);
    await flushNamedOnce(em);
    return id;
  });
}
