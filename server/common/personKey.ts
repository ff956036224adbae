import { randomBytes } from 'node:crypto';

import { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { FieldChange } from './FieldChange.ts';
import type { Run } from './inTransaction.ts';

/** Forseglet. A personal value in the change log, in base64. */
export interface Sealed {
  readonly sealed: string;
}

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'sealed' in value;

/**
 * Personens egen nøkkel. What the change log keeps of a person is sealed with it; made when it is first needed, and itself sealed with
 * the key of the house.
 *
 * Of a person whose key was destroyed, what is sealed from then on nobody opens either.
 */
export async function personKeyOf(
  run: Run,
  house: PersonalKey,
  personId: string,
): Promise<PersonalKey> {
  const secret = randomBytes(32);
  // Who finds one that is there gets that one, also where two come at once.
  const [row] = await run<{ sealed_key: Buffer | null }>(
    `insert into person_key (person_id, sealed_key) values ($1, $2)
     on conflict (person_id) do update set person_id = excluded.person_id
     returning sealed_key`,
    [personId, house.seal(secret.toString('base64'), personId)],
  );
  return (
    (row?.sealed_key && openPersonKey(house, row.sealed_key, personId)) ?? new PersonalKey(secret)
  );
}

/** The key as the table has it, opened with that of the house. */
export const openPersonKey = (
  house: PersonalKey,
  sealedKey: Buffer,
  personId: string,
): PersonalKey => new PersonalKey(Buffer.from(house.open(sealedKey, personId), 'base64'));

/** Sletter nøkkelen. The history of the person stays and says when and what; from what to what, nobody can say any more. */
export const destroyPersonKey = (run: Run, personId: string, now: Date): Promise<unknown> =>
  run(
    `insert into person_key (person_id, destroyed_at) values ($1, $2)
     on conflict (person_id) do update set sealed_key = null,
       destroyed_at = coalesce(person_key.destroyed_at, excluded.destroyed_at)`,
    [personId, now],
  );

/** Seals each value for the person, whatever it is; nothing stays nothing. */
export function sealFields(
  key: PersonalKey,
  personId: string,
  fields: readonly FieldChange[],
): FieldChange[] {
  const seal = (value: unknown): Sealed | null =>
    value === null
      ? null
      : { sealed: key.seal(JSON.stringify(value), personId).toString('base64') };
  return fields.map((field) => ({
    ...field,
    before: seal(field.before),
    after: seal(field.after),
  }));
}

/** What was sealed for the person. */
export const openSealed = (key: PersonalKey, personId: string, { sealed }: Sealed): unknown =>
  JSON.parse(key.open(Buffer.from(sealed, 'base64'), personId)) as unknown;
