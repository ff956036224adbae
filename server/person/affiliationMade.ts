import { Affiliation } from '#schema/person/Affiliation.ts';
import { ensure } from '#server/access/ensure.ts';
import type { RecordChange } from '#server/common/changeRecords.ts';
import { rowMade } from '#server/common/FieldChange.ts';
import type { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { NotFound } from '#server/problems.ts';
import type { AffiliationFactsInput } from './AffiliationFactsInput.ts';
import { findAround } from './findAround.ts';
import { noLongerPrimary } from './noLongerPrimary.ts';
import { mayEditAffiliation } from './personRules.ts';
import { refuseBadAffiliation } from './refuseBadAffiliation.ts';

/** Who is to be what, where. */
export type NewAffiliation = AffiliationFactsInput & {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
};

/**
 * Ny tilknytning. What makes somebody something to an organisation, and whoever was asked first there no longer so, where that is said.
 * `isNewPerson`: they are made in the same breath.
 *
 * What will not do is noted as wrong, `prefix` before the field. Throws NOT_FOUND, FORBIDDEN.
 */
export async function affiliationMade(
  context: Context,
  affiliation: NewAffiliation,
  wrong: Wrong,
  { prefix = '', isNewPerson = false } = {},
): Promise<RecordChange[]> {
  const { id, personId, organisationId, role, title, since, until = null } = affiliation;
  const isPrimary = affiliation.isPrimary ?? false;
  const around = await findAround(context, { id, personId, organisationId, role, since, until });
  if (!around.organisation) throw new NotFound('Organisation');
  ensure(mayEditAffiliation, context.viewer, around.organisation);
  if (!isNewPerson && !around.person) throw new NotFound('Person');
  if (around.organisation.archivedOn) wrong.note(`${prefix}organisationId`, 'ARCHIVED');
  if (around.person?.archivedOn) wrong.note(`${prefix}personId`, 'ARCHIVED');
  refuseBadAffiliation(context, { title, since, until }, around, wrong, prefix);
  const values = { person: personId, organisation: organisationId, role, since, until, isPrimary };
  return [
    ...(isPrimary ? noLongerPrimary(around) : []),
    {
      type: Affiliation,
      id,
      version: 0,
      fields: rowMade(id, { ...values, title: title || null }),
    },
  ];
}
