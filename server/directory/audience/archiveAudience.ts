import { Field, ID, InputType, Int } from 'type-graphql';

import { Audience } from '#schema/directory/audience/Audience.ts';
import { ensure } from '#server/access/ensure.ts';
import { change } from '#server/common/change.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { mayEdit } from './audienceRules.ts';
import { findAudience } from './findAudience.ts';
import { flushNamedOnce } from './saveAudience.ts';

@InputType({ description: 'A saved search to put away, or to take out again.' })
export class ArchiveAudienceInput {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False: it is taken out again, under the name it had.',
  })
  isArchived!: boolean;
}

/**
 * Arkivere et utvalg. Puts it away, or takes it out again; it is never deleted, for others may have sent something by it.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION; NAME_TAKEN, where another has got its name meanwhile).
 */
export async function archiveAudience(
  context: Context,
  { id, expectedVersion: version, isArchived }: ArchiveAudienceInput,
): Promise<string> {
  const found = await findAudience(context, id);
  ensure(mayEdit, context.viewer, found);
  if (found.version !== version) throw await staleVersion(context, { type: Audience, id, version });
  if (found.isArchived === isArchived) return id;
  return change(context, { verb: 'archiveAudience' }, async (em) => {
    const audience = await em.findOneOrFail(Audience, { id, version });
    audience.archivedAt = isArchived ? context.now : null;
    await flushNamedOnce(em);
    return id;
  });
}
