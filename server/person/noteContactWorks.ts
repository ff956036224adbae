import { Field, ID, InputType } from 'type-graphql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords, type RecordChange } from '#server/common/changeRecords.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/organisation/findOrganisation.ts';
import { mayCorrect } from '#server/organisation/organisationRules.ts';
import { Conflict, NotFound } from '#server/problems.ts';
import { findPersonToEdit } from './findPersonToEdit.ts';
import { mayEdit } from './personRules.ts';

@InputType({ description: 'A way to reach somebody that works again.' })
export class NoteContactWorksInput {
  @Field(() => ID, {
    description: 'The UUID of the contact point, of an organisation or of a person.',
  })
  contactPointId!: string;
}

const verb = 'noteContactWorks';

/**
 * Det virker igjen. Says of a way to reach somebody from which something came back that it works as of today: it is written to and rung again, and what it took
 * from the certainty of its profile is given back. Gives the change, for whoever thinks better of it.
 *
 * Throws NOT_FOUND, FORBIDDEN, CONFLICT (ALREADY_DONE, STALE_VERSION).
 */
export async function noteContactWorks(
  context: Context,
  { contactPointId: id }: NoteContactWorksInput,
): Promise<string> {
  const change = await changeOf(context, id);
  await changeRecords(context, { verb }, [change]);
  const { rows } = await context.database.pool.query<{ id: string }>(
    `select id from change where record_id = $1 and version = $2 and verb = $3`,
    [change.id, change.version + 1, verb],
  );
  return rows[0]!.id;
}

async function changeOf(context: Context, id: string): Promise<RecordChange> {
  const { rows } = await context.database.pool.query<{ ownerId: string; isPerson: boolean }>(
    `select organisation_id as "ownerId", false as "isPerson" from organisation_contact_point where id = $1
     union all select person_id, true from person_contact_point where id = $1`,
    [isUuid(id) ? id : null],
  );
  const [point] = rows;
  if (!point) throw new NotFound('ContactPoint');
  const { ownerId, isPerson } = point;
  if (isPerson) {
    const person = await findPersonToEdit(context, ownerId);
    const known = person.contactPoints.find((it) => it.id === id && it.isSeen);
    if (!known) throw new NotFound('ContactPoint');
    ensure(mayEdit, context.viewer, person);
    const { bouncedOn, lastWorkedOn } = known;
    const fields = worksAgain(context, id, { bouncedOn, lastWorkedOn });
    return { type: Person, id: ownerId, version: person.version, fields };
  }
  const organisation = await findOrganisation(context, ownerId);
  const known = organisation.contactPoints.find((it) => it['id'] === id);
  if (!known) throw new NotFound('ContactPoint');
  ensure(mayCorrect, context.viewer, organisation);
  const fields = worksAgain(context, id, {
    bouncedOn: known['bounced_on'] as string | null,
    lastWorkedOn: known['last_worked_on'] as string | null,
  });
  return { type: Organisation, id: ownerId, version: organisation.version, fields };
}

function worksAgain(
  { today }: Context,
  part: string,
  before: { readonly bouncedOn: string | null; readonly lastWorkedOn: string | null },
) {
  if (before.bouncedOn === null) throw new Conflict('ALREADY_DONE');
  const of = (field: keyof typeof before, after: string | null) => ({
    field: `contactPoints.${field}`,
    part,
    before: before[field],
    after,
  });
  const works = before.lastWorkedOn === today ? [] : [of('lastWorkedOn', today)];
  return [of('bouncedOn', null), ...works];
}
