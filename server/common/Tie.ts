import type { Context } from '#server/context.ts';
import type { FieldChange } from './FieldChange.ts';
import type { Run } from './inTransaction.ts';
import { personKeyOf, sealFields } from './personKey.ts';
import type { ReadModel, Type } from './ReadModel.ts';

/** Bånd. Whom and what a record ties together: its changes belong to both. */
export interface Tie {
  readonly personId: string;
  readonly organisationId: string;
}

/** Records that tie a person to an organisation, and which of their fields are what somebody wrote of the person. */
const tying: Readonly<Record<string, readonly string[]>> = { Affiliation: ['title'] };

/** What of a record is sealed for the person whom it ties; nothing where it ties nobody. */
export const sealedOfTie = (typeName: string): ReadonlySet<string> => new Set(tying[typeName]);

/** Whom and what a record ties that is to be changed: as its row has it, or as it is made or removed. Null where it ties nobody, or is gone. */
export async function tieOf(
  run: Run,
  readModel: ReadModel,
  { type, id, fields }: { type: Type; id: string; fields: readonly FieldChange[] },
): Promise<Tie | null> {
  if (!tying[type.name]) return null;
  const isNew = fields.some(({ field, before }) => field === 'id' && before === null);
  if (isNew) {
    const told = (property: string) => fields.find(({ field }) => field === property)?.after;
    return { personId: String(told('person')), organisationId: String(told('organisation')) };
  }
  const [row] = await run<{ person_id: string; organisation_id: string }>(
    `select person_id, organisation_id from "${readModel.readable(type.name).table}" where id = $1`,
    [id],
  );
  return row ? { personId: row.person_id, organisationId: row.organisation_id } : null;
}

/** What the log keeps of a change: of a person, sealed for the person; of a tie, what was written of them. */
export async function toldOf(
  run: Run,
  { personalKey }: Pick<Context, 'personalKey'>,
  { type, id, fields }: { type: Type; id: string; fields: readonly FieldChange[] },
  tie: Tie | null,
): Promise<readonly FieldChange[]> {
  if (type.name === 'Person') {
    return sealFields(await personKeyOf(run, personalKey, id), id, fields);
  }
  const sealed = sealedOfTie(type.name);
  if (!tie || !fields.some(({ field }) => sealed.has(field))) return fields;
  const key = await personKeyOf(run, personalKey, tie.personId);
  return fields.flatMap((it) =>
    sealed.has(it.field) ? sealFields(key, tie.personId, [it]) : [it],
  );
}

/** Whose entries in the directory say something else after a change: of a tie, those whom it tied and ties. */
export function followedOf(
  { id, fields }: { id: string; fields: readonly FieldChange[] },
  tie: Tie | null,
): readonly string[] {
  if (!tie) return [id];
  const moved = fields.filter(({ field }) => field === 'person').map(({ after }) => after);
  return [tie.personId, ...moved.filter((it) => typeof it === 'string')];
}
