import { Affiliation } from '#schema/person/Affiliation.ts';
import { ensure } from '#server/access/ensure.ts';
import { changeRecords, type RecordChange } from '#server/common/changeRecords.ts';
import { staleVersion } from '#server/common/staleVersion.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { findAffiliationToEdit, type KnownAffiliation } from './findAffiliationToEdit.ts';
import { findAround } from './findAround.ts';
import { noLongerPrimary } from './noLongerPrimary.ts';
import { mayEditAffiliation } from './personRules.ts';
import { refuseBadAffiliation } from './refuseBadAffiliation.ts';

/** What is typed of an affiliation; what is left out stays. */
interface Typed extends Partial<{
  readonly role: KnownAffiliation['role'] | null;
  readonly title: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly isPrimary: boolean | null;
}> {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

/** Endrer tilknytning. Writes what differs, as one change; where another was to be asked first until now, in the same breath. */
export async function changeAffiliation(
  context: Context,
  verb: 'editAffiliation' | 'endAffiliation',
  typed: Typed,
): Promise<string> {
  const { id, expectedVersion: version, reason } = typed;
  const wrong = new Wrong();
  if (reason) wrong.note('reason', whyNotText(reason, { mayHaveLines: true }));
  const known = await findAffiliationToEdit(context, id);
  const changes = await affiliationChanges(context, known, typed, wrong);
  wrong.refuse();
  if (known.version !== version) {
    throw await staleVersion(context, { type: Affiliation, id, version });
  }
  await changeRecords(context, { verb, reason, batchId: crypto.randomUUID() }, changes);
  return id;
}

/** What differs from what is known of an affiliation; nothing where nothing does. What will not do is noted as wrong. Throws FORBIDDEN. */
export async function affiliationChanges(
  context: Context,
  known: KnownAffiliation & { readonly inScope: boolean },
  typed: Omit<Typed, 'id' | 'expectedVersion'>,
  wrong: Wrong,
): Promise<RecordChange[]> {
  ensure(mayEditAffiliation, context.viewer, known);
  const { id, version, personId, organisationId } = known;
  const after = {
    role: typed.role ?? known.role,
    title: typed.title === undefined ? known.title : typed.title || null,
    since: typed.since ?? known.since,
    until: typed.until === undefined ? known.until : typed.until,
    isPrimary: typed.isPrimary ?? known.isPrimary,
  };
  const fields = (Object.keys(after) as (keyof typeof after)[])
    .filter((field) => after[field] !== known[field])
    .map((field) => ({ field, before: known[field], after: after[field] }));
  if (!fields.length) return [];
  const { role, since, until } = after;
  const around = await findAround(context, { id, personId, organisationId, role, since, until });
  // Who already was the same twice may still be called something else.
  const isMoved = role !== known.role || since !== known.since || until !== known.until;
  refuseBadAffiliation(context, after, { overlaps: isMoved && around.overlaps }, wrong);
  return [
    ...(after.isPrimary && !known.isPrimary ? noLongerPrimary(around) : []),
    { type: Affiliation, id, version, fields },
  ];
}
