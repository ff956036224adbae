import type { Ground } from '#test/bench/Register.ts';
import type { Asked } from '#test/bench/operations/Operation.ts';

/** An organisation to correct, over and over. */
export interface Corrected {
  readonly id: string;
  readonly name: string;
  readonly point: string;
  readonly value: string;
  /** The version that it has when all that was asked so far is done. */
  version: number;
  readonly drawnAt: number;
}

export const M1 = {
  name: 'M1',
  reads:
    'an organisation’s name and telephone number are corrected, with a check that nobody has changed it since, and a row in the change log, in one transaction',
  remark:
    'Each way corrects organisations of its own. Samband keeps the search index in the same transaction, and checks and reads the number; the others do not. Its answer is read back under the rules of the one who asks.',
} as const;

/** Whether the register keeps versions and a change log. */
export async function isCorrectable({ pool }: Ground): Promise<boolean> {
  const { rows } = await pool.query<{ is_there: boolean }>(
    "select to_regclass('change') is not null as is_there",
  );
  return rows[0]?.is_there === true;
}

/** So many organisations, beginning at a place: who begins elsewhere gets others. */
export async function drawCorrected(
  { pool }: Ground,
  count: number,
  offset: number,
): Promise<Corrected[]> {
  const { rows } = await pool.query<Corrected>(
    `select o.id, o.name, o.version, o.version as "drawnAt", c.id as point, c.value
     from organisation o
       join organisation_contact_point c on c.organisation_id = o.id and c.channel = 'phone' and c.value ~ '^[+]47[0-9]{8}$'
     where c.position = 0 and length(o.name) < 100
     order by md5(o.id::text || 'M1') limit $1 offset $2`,
    [count, offset],
  );
  return rows;
}

/** The next correction of an organisation. It takes for granted that all before it went well; `isAsExpected` looks whether they did. */
export function correction(corrected: Corrected): Asked {
  const { name, value, version } = corrected;
  const digits = String(version % 100).padStart(2, '0');
  return correctionTo(corrected, `${name} ${version}`, value.slice(0, -2) + digits);
}

/** Back to what it was. */
export const restoration = (corrected: Corrected): Asked =>
  correctionTo(corrected, corrected.name, corrected.value);

/** Nobody's. */
const byId = '00000000-0000-4000-8000-000000000000';

function correctionTo(corrected: Corrected, name: string, value: string): Asked {
  const { id, point, version } = corrected;
  corrected.version += 1;
  return {
    samband: {
      input: { id, expectedVersion: version, name, contactPoints: [{ id: point, value }] },
    },
    raw: [id, version, name, point, value, byId, 'bench'],
    postgraphile: {
      input: {
        organisationId: id,
        seen: version,
        rightName: name,
        contactPointId: point,
        rightValue: value,
        byId,
        requestId: 'bench',
      },
    },
  };
}

/** What the register says of the last change to each: the same whoever made it. */
export async function stateOf(
  { pool }: Ground,
  corrected: readonly Corrected[],
): Promise<readonly { readonly version: number; readonly isWhole: boolean }[]> {
  const { rows } = await pool.query<{ version: number; isWhole: boolean }>(
    `select o.version, c.bounced_on is null and c.last_worked_on is null
         and change.fields @> jsonb_build_array(jsonb_build_object('field', 'name', 'after', o.name))
         and not jsonb_path_exists(change.fields, '$[*] ? (@.field == "contactPoints.value" && @.after != $value)',
           jsonb_build_object('value', c.value)) as "isWhole"
     from unnest($1::uuid[], $2::uuid[]) with ordinality as asked(id, point, place)
       join organisation o on o.id = asked.id
       join organisation_contact_point c on c.id = asked.point
       join change on change.record = 'organisation' and change.record_id = o.id and change.version = o.version
     order by place`,
    [corrected.map(({ id }) => id), corrected.map(({ point }) => point)],
  );
  return rows;
}
