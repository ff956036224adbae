import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { Conflict } from '#server/problems.ts';
import { findOrganisation } from './findOrganisation.ts';
import { mayCorrect } from './organisationRules.ts';

@InputType({ description: 'Which organisation is put away, or taken out again.' })
export class ArchiveOrganisationInput {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  id!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

/**
 * Arkivere. Puts an organisation away: from now on nobody finds it, and whoever has its address does. Nothing of it is removed.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, ALREADY_DONE).
 */
export const archiveOrganisation = (
  context: Context,
  input: ArchiveOrganisationInput,
): Promise<string> => setArchived(context, input, 'archiveOrganisation', context.today);

/** Hente frem. Takes an organisation out of the archive. Throws as `archiveOrganisation` does. */
export const restoreOrganisation = (
  context: Context,
  input: ArchiveOrganisationInput,
): Promise<string> => setArchived(context, input, 'restoreOrganisation', null);

async function setArchived(
  context: Context,
  { id, expectedVersion: version, reason }: ArchiveOrganisationInput,
  verb: string,
  after: string | null,
): Promise<string> {
  const found = await findOrganisation(context, id);
  ensure(mayCorrect, context.viewer, found);
  const seen = { type: Organisation, id, version };
  if (found.version !== version) throw await staleVersion(context, seen);
  const before = found.row['archived_on'] as string | null;
  if ((before === null) === (after === null)) throw new Conflict('ALREADY_DONE');
  const fields = [{ field: 'archivedOn', before, after }];
  await changeRecords(context, { verb, reason }, [{ ...seen, fields }]);
  return id;
}
