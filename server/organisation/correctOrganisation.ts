import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords, type Seen } from '#server/common/changeRecords.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { readBehind } from '#server/common/readBehind.ts';
import { given, sql } from '#server/common/sql.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput, NotFound } from '#server/problems.ts';
import { visibleContactPoints } from './organisationReads.ts';
import { mayCorrect, type Placed } from './organisationRules.ts';
import { readContactValue } from './readContactValue.ts';
import { readName } from './readName.ts';

@InputType({ description: 'A way to reach the organisation whose value was wrong.' })
export class CorrectedContactPoint {
  @Field(() => ID, { description: 'The UUID of the contact point.' })
  id!: string;

  @Field(() => Text, {
    description:
      'What is right, in the form of its channel. Norwegian numbers may lack the country code, web addresses the https.',
  })
  value!: string;
}

@InputType({
  description: 'What is wrong on an organisation, and what is right. What is left out stays.',
})
export class CorrectOrganisationInput {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that one saw. When somebody has changed it since, nothing is written: CONFLICT tells what they changed.',
  })
  expectedVersion!: number;

  @Field(() => Text, {
    nullable: true,
    description: 'What it calls itself: one line, at most 200 characters.',
  })
  name?: string | null;

  @Field(() => [CorrectedContactPoint], {
    nullable: true,
    description: 'At most 20, each once. A corrected one counts as not yet tried.',
  })
  contactPoints?: CorrectedContactPoint[] | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

const MOST_CONTACT_POINTS = 20;

interface FoundContactPoint {
  readonly id: string;
  readonly channel: ContactChannel;
  readonly value: string;
  readonly lastWorkedOn: string | null;
  readonly bouncedOn: string | null;
}

/**
 * Rette. Corrects what an organisation is called and how it is reached. It does not make the profile verified: whoever corrects a letter
 * has not asked anybody. Gives what `read` reads of it afterwards, which travels with the commit.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION).
 */
export async function correctOrganisation<Answer>(
  context: Context,
  input: CorrectOrganisationInput,
  read: (id: string) => Promise<Answer>,
): Promise<Answer> {
  const { id, expectedVersion, reason } = input;
  const organisation = await find(context, id);
  ensure(mayCorrect, context.viewer, organisation);

  const fields = corrections(organisation, input);
  const seen: Seen = { type: Organisation, id, version: expectedVersion };
  if (organisation.version !== expectedVersion) throw await staleVersion(context, seen);
  if (!fields.length) return read(id);
  const deed = { verb: 'correctOrganisation', reason };
  return readBehind(
    context,
    () => read(id),
    (behind) => changeRecords(context, deed, [{ ...seen, fields }], behind),
  );
}

interface FoundOrganisation extends Placed {
  readonly version: number;
  readonly name: string;
  readonly contactPoints: readonly FoundContactPoint[];
}

/** The organisation, with the contact points that the viewer sees. */
async function find(context: Context, id: string): Promise<FoundOrganisation> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    find,
    () => sql`select o.version, o.name, o.served_areas, o.seat_number, coalesce((
        select json_agg(json_build_object('id', c.id, 'channel', c.channel, 'value', c.value,
          'lastWorkedOn', c.last_worked_on, 'bouncedOn', c.bounced_on))
        from organisation_contact_point c where c.organisation_id = o.id and ${visibleContactPoints('c')}
      ), '[]')
      from organisation o where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Organisation.name);
  const [version, name, servedAreas, seat, contactPoints] = found as [
    string,
    string,
    string,
    string | null,
    string,
  ];
  return {
    version: Number(version),
    name,
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
    contactPoints: JSON.parse(contactPoints) as FoundContactPoint[],
  };
}

/** What differs. Throws INVALID_INPUT with every field that will not do. */
function corrections(
  organisation: FoundOrganisation,
  { name, contactPoints }: CorrectOrganisationInput,
): FieldChange[] {
  const wrong: Record<string, string> = {};
  const changes: FieldChange[] = [];
  const note = (change: FieldChange) => {
    if (change.before !== change.after) changes.push(change);
  };

  if (typeof name === 'string') {
    const { name: after, reason } = readName(name, { mayMix: true });
    if (reason) wrong['name'] = reason;
    note({ field: 'name', before: organisation.name, after });
  }
  if ((contactPoints?.length ?? 0) > MOST_CONTACT_POINTS) {
    throw new InvalidInput({ contactPoints: `AT_MOST_${MOST_CONTACT_POINTS}_VALUES` });
  }
  const given = new Set<string>();
  contactPoints?.forEach(({ id: part, value: typed }, at) => {
    const point = organisation.contactPoints.find(({ id }) => id === part);
    if (!point || given.has(part)) {
      wrong[`contactPoints.${at}.id`] = point ? 'GIVEN_TWICE' : 'UNKNOWN';
      return;
    }
    given.add(part);
    const { value, reason } = readContactValue(point.channel, typed);
    if (reason) wrong[`contactPoints.${at}.value`] = reason;
    if (value === undefined || value === point.value) return;
    note({ field: 'contactPoints.value', part, before: point.value, after: value });
    note({ field: 'contactPoints.lastWorkedOn', part, before: point.lastWorkedOn, after: null });
    note({ field: 'contactPoints.bouncedOn', part, before: point.bouncedOn, after: null });
  });
  if (Object.keys(wrong).length) throw new InvalidInput(wrong);
  return changes;
}
