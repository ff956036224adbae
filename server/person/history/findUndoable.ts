import { Organisation } from '#schema/organisation/Organisation.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { Person } from '#schema/person/Person.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { isSealed, openPersonKey, openSealed } from '#server/common/personKey.ts';
import type { Type } from '#server/common/ReadModel.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { inScope } from '#server/person/personScope.ts';
import { canBeUndone, type LoggedPlace } from './undoable.ts';

/** A change of an organisation, a person or what one is to the other, and how the record stands today. */
export interface UndoableChange extends LoggedPlace {
  readonly type: Type;
  readonly id: string;
  /** The version that the record has now; of one that is gone, the last. */
  readonly version: number;
  readonly byId: string | null;
  readonly at: Date;
  readonly canBeUndone: boolean;
  /** What it was done together with. */
  readonly batchId: string | null;
  /** In clear. */
  readonly fields: readonly FieldChange[];
}

type Found = [
  record: string,
  id: string,
  version: string,
  isThere: string,
  isPointedAt: string,
  servedAreas: string | null,
  seat: string | null,
  inScope: string | null,
  isReversible: string,
  isUndone: string,
  byId: string | null,
  at: string,
  fields: string,
  sealedKey: string | null,
  batchId: string | null,
  sealedFor: string | null,
];

/** Finds a change that one may think of undoing. Throws NOT_FOUND for one of what the viewer does not see. */
export async function findUndoable(context: Context, changeId: string): Promise<UndoableChange> {
  const { reader, readModel } = context;
  const organisations = readModel.readable(Organisation.name);
  const people = readModel.readable(Person.name);
  const affiliations = readModel.readable(Affiliation.name);
  const finding = statementOf(
    readModel,
    findUndoable,
    () => sql`select c.record, c.record_id,
        coalesce(case c.record when 'organisation' then o.version when 'person' then p.version else a.version end, (select max(version) from change as l where l.record_id = c.record_id)),
        (case c.record when 'organisation' then o.id when 'person' then p.id else a.id end is not null)::text,
        exists (select from personal_link as l where l.record_id = c.record_id)::text,
        o.served_areas, o.seat_number, ${inScope.whether('p')}::text, c.is_reversible::text,
        exists (select from change as u where u.undoes = c.id)::text, c.by_id, c.at, c.fields, k.sealed_key,
        c.batch_id, k.person_id
      from change as c
      left join organisation as o on c.record in ('organisation', 'affiliation') and o.id = coalesce(c.organisation_id, c.record_id)
      left join person as p on c.record in ('person', 'affiliation') and p.id = coalesce(c.person_id, c.record_id)
      left join affiliation as a on c.record = 'affiliation' and a.id = c.record_id
      left join person_key as k on k.person_id = coalesce(c.person_id, c.record_id)
      where c.id = ${given('changeId')} and c.record in ('organisation', 'person', 'affiliation')
        and (o.id is null or ${organisations.rule('o')}) and (p.id is null or ${people.rule('p')})
        and (a.id is null or ${affiliations.rule('a')})`,
  );
  const [tuple] = isUuid(changeId)
    ? await reader.rawRows(finding, { context, args: { changeId } })
    : [];
  if (!tuple) throw new NotFound('Change');
  const [record, id, version, isThere, isPointedAt, servedAreas, seat, isInScope, ...more] =
    tuple as Found;
  const [isReversible, isUndone, byId, at, told, sealedKey, batchId, sealedFor] = more;
  const fields = opened(context, sealedFor ?? id, JSON.parse(told) as FieldChange[], sealedKey);
  const removal = fields.find(({ field }) => field === 'id');
  const undoingRemoves = removal?.before === null;
  return {
    record,
    type: types[record] ?? Organisation,
    id,
    version: Number(version),
    ...(isThere === 'true' || record === 'affiliation'
      ? {
          servedAreas: servedAreas === null ? null : numbersOf(servedAreas),
          seat: seat === null ? null : Number(seat),
          inScope: isInScope === 'true',
        }
      : placeOfGone(context, record, fields)),
    byId,
    at: new Date(at),
    canBeUndone:
      canBeUndone({
        record,
        isReversible: isReversible === 'true',
        isUndone: isUndone === 'true',
      }) &&
      !fields.some(({ before, after }) => isSealed(before) || isSealed(after)) &&
      // A letter that is out leads to the record.
      !(undoingRemoves && isPointedAt === 'true') &&
      (isThere === 'true' || (removal !== undefined && !undoingRemoves)),
    batchId,
    fields,
  };
}

const types: Readonly<Record<string, Type>> = {
  organisation: Organisation,
  person: Person,
  affiliation: Affiliation,
};

/** What is gone belongs where it belonged. */
function placeOfGone(
  { viewer }: Context,
  record: string,
  fields: readonly FieldChange[],
): Omit<LoggedPlace, 'record'> {
  const was = (property: string) => fields.find(({ field }) => field === property)?.before;
  const areas = (was(record === 'person' ? 'areas' : 'servedAreas') ?? []) as number[];
  const seat = (was('seat') ?? null) as number | null;
  const scope = viewer?.scope ?? null;
  return {
    servedAreas: areas,
    seat,
    inScope: scope === null || areas.some((area) => scope.has(area)),
  };
}

/** What was sealed and cannot be opened any more stays as it is. */
function opened(
  { personalKey }: Context,
  id: string,
  fields: readonly FieldChange[],
  sealedKey: string | null,
): FieldChange[] {
  if (sealedKey === null) return [...fields];
  const key = openPersonKey(personalKey, Buffer.from(sealedKey.slice(2), 'hex'), id);
  const open = (value: unknown) => (isSealed(value) ? openSealed(key, id, value) : value);
  return fields.map((field) => ({
    ...field,
    before: open(field.before),
    after: open(field.after),
  }));
}
