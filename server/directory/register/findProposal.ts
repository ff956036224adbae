import { RegisterProposal } from '#schema/directory/register/RegisterProposal.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import type { Placed } from '#server/organisation/organisationRules.ts';
import { NotFound } from '#server/problems.ts';

/** A proposal, and the organisation that it is about as it stands today. */
export interface FoundProposal extends Placed {
  readonly id: string;
  readonly version: number;
  readonly kind: RegisterProposal['kind'];
  readonly state: RegisterProposal['state'];
  readonly fields: readonly FieldChange[];
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decidedVersion: number | null;
  readonly reason: string | null;
  readonly organisation: {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly closedOn: string | null;
  };
}

/** Finds a proposal. Throws NOT_FOUND for one that the viewer may not see. */
export async function findProposal(context: Context, id: string): Promise<FoundProposal> {
  const { reader, readModel } = context;
  const rules = [RegisterProposal, Organisation].map(({ name }) => readModel.readable(name).rule);
  const finding = statementOf(
    readModel,
    findProposal,
    () => sql`select json_build_object('id', p.id, 'version', p.version, 'kind', p.kind, 'state', p.state, 'fields', p.fields,
        'decidedBy', p.decided_by, 'decidedAt', p.decided_at, 'decidedVersion', p.decided_version, 'reason', p.reason,
        'servedAreas', o.served_areas, 'seat', o.seat_number,
        'organisation', json_build_object('id', o.id, 'version', o.version, 'name', o.name, 'closedOn', o.closed_on))
      from register_proposal p join organisation o on o.id = p.organisation_id
      where p.id = ${given('id')} and ${rules[0]!('p')} and ${rules[1]!('o')}`,
  );
  const [row] = isUuid(id) ? await reader.rawRows(finding, { context, args: { id } }) : [];
  if (!row) throw new NotFound('RegisterProposal');
  return JSON.parse(row[0] as string) as FoundProposal;
}
