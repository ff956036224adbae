import { Field, ID, InputType, Int } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeFields, type Seen } from '#server/common/changeFields.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { isUuid } from '#server/common/isUuid.ts';
import type { Readable } from '#server/common/ReadModel.ts';
import { given, sql } from '#server/common/sql.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { mayCorrect, type Placed } from '#server/organisation/organisationRules.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';
import { Conflict, InvalidInput, NotFound } from '#server/problems.ts';
import { canBeUndone } from './undoable.ts';

@InputType({ description: 'Which change is taken back, and why.' })
export class UndoChangeInput {
  @Field(() => ID, { description: 'The UUID of the change.' })
  changeId!: string;

  @Field(() => Int, {
    description:
      'The version of the record that one saw. When somebody has changed it since, nothing is written: CONFLICT tells what they changed.',
  })
  expectedVersion!: number;

  @Field(() => Text, { description: 'Why, for those who read the history.' })
  reason!: string;
}

/**
 * Angre. Puts back what a change replaced, as a change of its own: nothing goes from the history. Gives the new change.
 *
 * Where what the change wrote is no longer what stands there, somebody has done something else since, and their work stays.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, CANNOT_BE_UNDONE, CHANGED_SINCE).
 */
export async function undoChange(context: Context, input: UndoChangeInput): Promise<string> {
  const { changeId, expectedVersion, reason } = input;
  const found = await find(context, changeId);
  ensure(mayCorrect, context.viewer, found);
  if (!/[\p{L}\p{N}]/u.test(reason)) throw new InvalidInput({ reason: 'REQUIRED' });
  if (!canBeUndone({ record: 'organisation', ...found })) throw new Conflict('CANNOT_BE_UNDONE');

  const seen: Seen = { type: Organisation, id: found.id, version: expectedVersion };
  if (found.version !== expectedVersion) throw await staleVersion(context, seen);
  const changedSince = found.fields.flatMap((field) => {
    const current = currentOf(context, found, field);
    if (isSame(current, field.after)) return [];
    const { field: name, part = null, after: before } = field;
    return [{ field: name, part, before, after: current }];
  });
  if (changedSince.length) {
    throw new Conflict('CHANGED_SINCE', { version: found.version, changes: changedSince });
  }
  const back = found.fields.map(({ before, after, ...field }) => ({
    ...field,
    before: after,
    after: before,
  }));
  const deed = { verb: 'undoChange', reason, undoes: changeId };
  if (!(await changeFields(context, deed, seen, back))) throw await staleVersion(context, seen);
  return undoneBy(context, changeId);
}

interface Found extends Placed {
  readonly id: string;
  readonly version: number;
  readonly verb: string;
  readonly isUndone: boolean;
  readonly fields: readonly FieldChange[];
  /** The organisation as its row stands today. */
  readonly row: Readonly<Record<string, unknown>>;
  /** Those of its contact points that the viewer sees, by identifier. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

type FoundTuple = [
  id: string,
  version: string,
  servedAreas: string,
  seat: string | null,
  verb: string,
  isUndone: string,
  fields: string,
  row: string,
  parts: string,
];

async function find(context: Context, changeId: string): Promise<Found> {
  const { reader, readModel } = context;
  const { rule } = readModel.readable(Organisation.name);
  const finding = statementOf(
    readModel,
    undoChange,
    () => sql`select o.id, o.version, o.served_areas, o.seat_number, c.verb, exists (select from change as u where u.undoes = c.id)::text,
        c.fields, to_jsonb(o), coalesce((
          select jsonb_object_agg(p.id, to_jsonb(p)) from organisation_contact_point as p
          where p.organisation_id = o.id and ${visibleContactPoints('p')}
        ), '{}')
      from change as c join organisation as o on o.id = c.record_id and ${rule('o')}
      where c.id = ${given('changeId')} and c.record = 'organisation'`,
  );
  const [tuple] = isUuid(changeId)
    ? await reader.rawRows(finding, { context, args: { changeId } })
    : [];
  if (!tuple) throw new NotFound('Change');
  const [id, version, servedAreas, seat, verb, isUndone, fields, row, parts] = tuple as FoundTuple;
  return {
    id,
    version: Number(version),
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
    verb,
    isUndone: isUndone === 'true',
    fields: JSON.parse(fields) as Found['fields'],
    row: JSON.parse(row) as Found['row'],
    parts: JSON.parse(parts) as Found['parts'],
  };
}

/** What stands in a field today; undefined where its part is gone, or none that the viewer sees. */
function currentOf(
  { readModel }: Context,
  { row, parts }: Found,
  { field, part }: FieldChange,
): unknown {
  const value = (of: Found['row'] | undefined, readable: Readable, property: string) =>
    of?.[readable.column(property).name];
  if (part === undefined) return value(row, readModel.readable(Organisation.name), field);
  const [, property = ''] = field.split('.');
  return value(parts[part], readModel.readable(OrganisationContactPoint.name), property);
}

/** Both are JSON of what a column holds. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function undoneBy({ reader }: Context, changeId: string): Promise<string> {
  const [row] = await reader.rows<[string]>(sql`select id from change where undoes = ${changeId}`);
  if (!row) throw new Error('What was undone was not told');
  return row[0];
}
