import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords } from '#server/common/changeRecords.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import type { Context } from '#server/context.ts';
import { refuseIfTaken } from '#server/directory/work/refuseIfTaken.ts';
import { mayCorrect, type Placed } from '#server/organisation/organisationRules.ts';
import { InvalidInput, NotFound } from '#server/problems.ts';

@InputType({ description: 'Where an organisation belongs whose municipality is no more.' })
export class PlaceOrganisationInput {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  organisationId!: string;

  @Field(() => Int, { description: 'The version of it that one saw.' })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The code of the municipality that is no more.' })
  from!: string;

  @Field(() => [ID], {
    description:
      'The codes of those that have come in its place and that it belongs to: one or more.',
  })
  to!: string[];

  @Field(() => ID, {
    nullable: true,
    description:
      'Which of them its seat is in; needed where its seat was in the old one and it belongs to several.',
  })
  seat?: string | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}

interface Found extends Placed {
  readonly version: number;
}

/**
 * Plassere. Puts what has come in the place of a municipality where that stood: at the seat of an organisation, and among the areas that it serves. Only somebody
 * who knows can say which, where it was parted.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, TAKEN).
 */
export async function placeOrganisation(
  context: Context,
  input: PlaceOrganisationInput,
): Promise<string> {
  const { organisationId: id, expectedVersion, reason } = input;
  const found = await find(context, id);
  ensure(mayCorrect, context.viewer, found);
  const fields = await moved(context, found, input);
  const seen = { type: Organisation, id, version: expectedVersion };
  if (found.version !== expectedVersion) throw await staleVersion(context, seen);
  await refuseIfTaken(context, 'area', id);
  await changeRecords(context, { verb: 'placeOrganisation', reason }, [{ ...seen, fields }]);
  return id;
}

async function find(context: Context, id: string): Promise<Found> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    placeOrganisation,
    () => sql`select json_build_object('version', o.version, 'servedAreas', o.served_areas, 'seat', o.seat_number)
      from organisation o where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [row] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!row) throw new NotFound(Organisation.name);
  return JSON.parse(row[0] as string) as Found;
}

/** What is different. Throws INVALID_INPUT. */
async function moved(
  { reader, vocabulary, locale, today }: Context,
  { servedAreas, seat }: Found,
  { from, to, seat: seatCode }: PlaceOrganisationInput,
): Promise<FieldChange[]> {
  const numberOf = (code: string): number | null => vocabulary.area(code, locale)?.number ?? null;
  const old = numberOf(from);
  const isOurs = old !== null && (seat === old || servedAreas.includes(old));
  const rows = isOurs
    ? await reader.rows<[string]>(
        sql`select distinct new_code from area_change where old_code = ${from} and changed_on <= ${today}::date`,
      )
    : [];
  if (!rows.length) throw new InvalidInput({ from: 'NOT_GONE' });
  const successors = new Set(rows.map(([code]) => code));
  const chosen = [...new Set(to)];
  if (!chosen.length) throw new InvalidInput({ to: 'REQUIRED' });
  if (!chosen.every((code) => successors.has(code) && numberOf(code) !== null)) {
    throw new InvalidInput({ to: 'NOT_A_SUCCESSOR' });
  }
  const isSeatMoved = seat === old;
  const newSeat = seatCode ?? (chosen.length === 1 ? chosen[0] : null);
  if (isSeatMoved && !newSeat) throw new InvalidInput({ seat: 'REQUIRED' });
  if (isSeatMoved && !chosen.includes(newSeat as string)) {
    throw new InvalidInput({ seat: 'NOT_A_SUCCESSOR' });
  }
  const numbers = chosen.map((code) => numberOf(code) as number);
  const served = [...new Set(servedAreas.flatMap((it) => (it === old ? numbers : [it])))];
  return [
    ...(isSeatMoved ? [{ field: 'seat', before: seat, after: numberOf(newSeat as string) }] : []),
    ...(servedAreas.includes(old as number)
      ? [{ field: 'servedAreas', before: servedAreas, after: served }]
      : []),
  ];
}
