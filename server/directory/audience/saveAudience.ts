import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Audience } from '#schema/directory/audience/Audience.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { Conflict, Forbidden, Unauthenticated } from '#server/problems.ts';
import { maySave } from './audienceRules.ts';
import { readName, readSearch, SearchInput } from './readSearch.ts';

@InputType({ description: 'A search to keep.' })
export class SaveAudienceInput {
  @Field(() => Text, { description: 'What it is to be called: one line, at most 120 characters.' })
  name!: string;

  @Field(() => SearchInput, { description: 'What it asks.' })
  search!: SearchInput;

  @Field(() => Boolean, { nullable: true, description: 'Whether colleagues are to see it.' })
  isShared?: boolean | null;
}

/**
 * Lagre et søk. Keeps a search under a name, as the viewer's own.
 *
 * Throws FORBIDDEN, INVALID_INPUT, CONFLICT (NAME_TAKEN).
 */
export async function saveAudience(context: Context, input: SaveAudienceInput): Promise<string> {
  const { viewer, now } = context;
  if (!viewer) throw new Unauthenticated();
  if (!maySave(viewer)) throw new Forbidden(maySave.name);
  const name = readName(input.name);
  const search = await readSearch(context, input.search);
  return change(context, { verb: 'saveAudience' }, async (em) => {
    const audience = Object.assign(new Audience(name, viewer, now), search, {
      isShared: input.isShared ?? false,
    });
    em.persist(audience);
    await flushNamedOnce(em);
    return audience.id;
  });
}

/** Throws CONFLICT (NAME_TAKEN) where the owner has another by that name. */
export async function flushNamedOnce(em: EntityManager): Promise<void> {
  await em.flush().catch((error: unknown) => {
    throw error instanceof UniqueConstraintViolationException ? new Conflict('NAME_TAKEN') : error;
  });
}
