import type { JsonRow } from '#server/common/rowFields.ts';
import { numbersOf } from '#server/common/columnValue.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { visibleContactPoints } from './organisationReads.ts';
import type { Placed } from './organisationRules.ts';

/** An organisation as its rows stand, with what belongs to it and the viewer sees. */
export interface FoundOrganisation extends Placed {
  readonly id: string;
  readonly version: number;
  readonly row: JsonRow;
  readonly names: readonly JsonRow[];
  readonly contactPoints: readonly JsonRow[];
}

/** Finds an organisation to change it. Throws NOT_FOUND. */
export async function findOrganisation(context: Context, id: string): Promise<FoundOrganisation> {
  const { reader, readModel } = context;
  const finding = statementOf(
    readModel,
    findOrganisation,
    () => sql`select o.version, o.served_areas, o.seat_number, to_jsonb(o),
        coalesce((select jsonb_agg(n order by n.id) from organisation_name n where n.organisation_id = o.id), '[]'),
        coalesce((
          select jsonb_agg(c order by c.position, c.id)
          from organisation_contact_point c where c.organisation_id = o.id and ${visibleContactPoints('c')}
        ), '[]')
      from organisation o where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [found] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!found) throw new NotFound(Organisation.name);
  const [version, servedAreas, seat, row, names, contactPoints] = found as [
    string,
    string,
    string | null,
    string,
    string,
    string,
  ];
  return {
    id,
    version: Number(version),
    servedAreas: numbersOf(servedAreas),
    seat: seat === null ? null : Number(seat),
    row: JSON.parse(row) as JsonRow,
    names: JSON.parse(names) as JsonRow[],
    contactPoints: JSON.parse(contactPoints) as JsonRow[],
  };
}
