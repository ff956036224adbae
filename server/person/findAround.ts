import { Organisation } from '#schema/organisation/Organisation.ts';
import type { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { Person } from '#schema/person/Person.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, later, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { isInViewersScope } from './affiliationScope.ts';

/** An affiliation as it is to stand. */
export interface PlannedAffiliation {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: AffiliationRole;
  readonly since: string;
  readonly until: string | null;
}

/** What stands around an affiliation that is to be. */
export interface Around {
  /** Null where there is none that the viewer sees. */
  readonly organisation: { readonly inScope: boolean; readonly archivedOn: string | null } | null;
  readonly person: { readonly archivedOn: string | null } | null;
  /** Whether the same person is the same to the same organisation on one of the days. */
  readonly overlaps: boolean;
  /** The others in the organisation who are to be asked first. */
  readonly primaries: readonly { readonly id: string; readonly version: number }[];
}

/** Rundt en tilknytning. The person, the organisation and what else they are to each other, in one statement. */
export async function findAround(context: Context, planned: PlannedAffiliation): Promise<Around> {
  const { reader, readModel } = context;
  const today = later(({ context: { today: day } }) => day);
  const { rule: organisationRule } = readModel.readable(Organisation.name);
  const { rule: personRule } = readModel.readable(Person.name);
  const finding = statementOf(
    readModel,
    findAround,
    () => sql`select json_build_object(
        'organisation', (
          select json_build_object('inScope', ${isInViewersScope('o')}, 'archivedOn', o.archived_on)
          from organisation o where o.id = ${given('organisationId')}::uuid and ${organisationRule('o')}
        ),
        'person', (
          select json_build_object('archivedOn', p.archived_on)
          from person p where p.id = ${given('personId')}::uuid and ${personRule('p')}
        ),
        'overlaps', exists (
          select from affiliation a where a.person_id = ${given('personId')}::uuid
            and a.organisation_id = ${given('organisationId')}::uuid and a.role = ${given('role')} and a.id <> ${given('id')}::uuid
            and a.since <= coalesce(${given('until')}::date, 'infinity') and coalesce(a.until, 'infinity') >= ${given('since')}::date
        ),
        'primaries', (
          select coalesce(json_agg(json_build_object('id', a.id, 'version', a.version) order by a.id), '[]')
          from affiliation a where a.organisation_id = ${given('organisationId')}::uuid and a.is_primary
            and coalesce(a.until, 'infinity') >= ${today}::date and a.id <> ${given('id')}::uuid
        ))`,
  );
  const known = (id: string) => (isUuid(id) ? id : null);
  const args = {
    ...planned,
    personId: known(planned.personId),
    organisationId: known(planned.organisationId),
  };
  const [found] = await reader.rawRows(finding, { context, args });
  return JSON.parse(found?.[0] as string) as Around;
}
