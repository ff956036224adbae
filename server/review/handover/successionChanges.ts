import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { Consent } from '#schema/person/Consent.ts';
import { ConsentMethod } from '#schema/person/ConsentMethod.ts';
import { Person } from '#schema/person/Person.ts';
import type { RecordChange } from '#server/common/changeRecords.ts';
import { rowRemoved } from '#server/common/FieldChange.ts';
import { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { affiliationMade } from '#server/person/affiliationMade.ts';
import { affiliationChanges } from '#server/person/changeAffiliation.ts';
import { findAffiliationToEdit } from '#server/person/findAffiliationToEdit.ts';
import { findPersonToEdit } from '#server/person/findPersonToEdit.ts';
import { personMade } from '#server/person/personMade.ts';
import { daysAfter } from './daysAfter.ts';
import type { NamedSuccessor } from './NamedSuccessor.ts';
import { retirement } from './retirement.ts';
import type { PredecessorRow, SuccessionRow } from './successionRows.ts';

/** Who comes and who goes. */
export interface Change {
  readonly successor: NamedSuccessor;
  readonly leaving: PredecessorRow | null;
  /** The new one, where the register has them already. */
  readonly personId: string | null;
}

/**
 * Det som endres. All that the register is to say otherwise, in the order in which it is written: what ends, who is new, what they are, and
 * what goes of the one before; and who the new one is. What they have said yes to is not among it: a consent is a receipt that nobody takes
 * back, so it is written when nothing else is any more.
 *
 * Throws FORBIDDEN, NOT_FOUND, INVALID_INPUT.
 */
export async function successionChanges(
  context: Context,
  found: SuccessionRow,
  { successor, leaving, personId: knownId }: Change,
): Promise<{ readonly personId: string; readonly changes: readonly RecordChange[] }> {
  const { today } = context;
  const { organisationId } = found;
  const wrong = new Wrong();
  const ending = leaving && (await findAffiliationToEdit(context, leaving.affiliationId));
  const yesterday = daysAfter(today, -1);
  const ends = ending
    ? await affiliationChanges(
        context,
        ending,
        { until: ending.since > yesterday ? ending.since : yesterday, isPrimary: false },
        wrong,
      )
    : [];
  const personId = knownId ?? crypto.randomUUID();
  const { givenName, familyName, channel, value } = successor;
  const facts = { givenName, familyName, contactPoints: [{ channel, value }] };
  const made = knownId ? [] : [personMade(context, personId, facts, wrong).made];
  const is = {
    id: crypto.randomUUID(),
    personId,
    organisationId,
    role: ending?.role ?? AffiliationRole.CONTACT,
    since: today,
    isPrimary: ending?.isPrimary ?? found.predecessors.length === 0,
  };
  // Of two leaders one of whom names the other, the other goes on as before.
  const already = found.predecessors.find((it) => it.personId === knownId && it.role === is.role);
  const starts = already
    ? await promoted(context, already, is.isPrimary, wrong)
    : await affiliationMade(context, is, wrong, {
        prefix: 'successor.',
        isNewPerson: !knownId,
      });
  wrong.refuse();
  const changes = [
    ...ends,
    ...made,
    // Whoever was asked first and leaves, has given way already.
    ...starts.filter(({ id }) => id !== leaving?.affiliationId),
    ...(leaving ? await retired(context, found, leaving) : []),
  ];
  return { personId, changes };
}

/** Whoever stays is asked first from now on, where the one who leaves was. */
async function promoted(
  context: Context,
  { affiliationId, isPrimary }: PredecessorRow,
  toFirst: boolean,
  wrong: Wrong,
): Promise<RecordChange[]> {
  if (isPrimary || !toFirst) return [];
  const known = await findAffiliationToEdit(context, affiliationId);
  return affiliationChanges(context, known, { isPrimary: true }, wrong);
}

/** What goes of the one before. How they said that they leave is how they took back what they had said yes to. */
async function retired(
  context: Context,
  { through }: SuccessionRow,
  leaving: PredecessorRow,
): Promise<RecordChange[]> {
  const { now, today } = context;
  const { endsConsents, retiresContacts, isArchived } = retirement(leaving);
  const withdrawnBy =
    through === VerificationMethod.LINK ? ConsentMethod.PERSONAL_LINK : ConsentMethod.PHONE;
  const consents = leaving.consents
    .filter(({ id }) => endsConsents.includes(id))
    .map(({ id, version }): RecordChange => ({
      type: Consent,
      id,
      version,
      fields: [
        { field: 'withdrawnAt', before: null, after: now.toISOString() },
        { field: 'withdrawnBy', before: null, after: withdrawnBy },
      ],
    }));
  if (!retiresContacts && !isArchived) return consents;
  const { version, contactPoints } = await findPersonToEdit(context, leaving.personId);
  const fields = [
    ...contactPoints.flatMap(({ id, isSeen: _isSeen, ...values }) =>
      retiresContacts ? rowRemoved(id, values, 'contactPoints') : [],
    ),
    ...(isArchived ? [{ field: 'archivedOn', before: null, after: today }] : []),
  ];
  return [...consents, { type: Person, id: leaving.personId, version, fields }];
}
