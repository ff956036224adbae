import { expect, inject } from 'vitest';

import { Purpose } from '#schema/access/Purpose.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import type { Person } from '#schema/person/Person.ts';
import { aConsent, anAffiliation, aPerson, aPersonalContactPoint } from '#seeds/person.ts';
import { LinkDesk, type Opening, type ToIssue } from '#test/access/link/LinkDesk.ts';
import type { Visitor } from '#test/access/Visitor.ts';
import { cloneOf, personalKey } from '#test/support/world.ts';

export const openDesk = async (more: { canSms?: boolean } = {}) =>
  LinkDesk.open(await cloneOf(inject('templateUrl')), more);

/** Whoever follows the link in a letter. */
export async function opened(desk: LinkDesk, token: string): Promise<Visitor> {
  const visitor = desk.visitor();
  expect((await visitor.send('/l/open', { token, code: '' })).status).toBe(200);
  return visitor;
}

export interface Led extends Opening {
  readonly recordId: string;
  readonly contactPointId: string;
  readonly organisation: Organisation;
  readonly leader: Person;
  readonly affiliationId: string;
}

/** An organisation with a link, and a leader who is reached by e-mail and has said yes to the register. */
export async function led(desk: LinkDesk, more: ToIssue = {}): Promise<Led> {
  const issued = await desk.issued(more);
  const organisation = await desk.world.em
    .fork()
    .findOneOrFail(Organisation, { id: issued.recordId });
  const leader = aPerson({ givenName: 'Gamle', familyName: 'Prøve' });
  const affiliation = anAffiliation(leader, organisation, {
    role: AffiliationRole.LEADER,
    isPrimary: true,
  });
  await desk.world.has(
    leader,
    affiliation,
    aPersonalContactPoint(leader, personalKey, {
      channel: ContactChannel.EMAIL,
      value: 'gamle@example.org',
    }),
    aConsent(leader, Purpose.REGISTER_CARE),
  );
  return { ...issued, organisation, leader, affiliationId: affiliation.id };
}

export const successor = {
  givenName: 'Nye',
  familyName: 'Prøve',
  reach: 'nye@example.org',
} as const;

/** Asks for a code, and says who has taken over with it; gives the page that comes, and the letter to the new one. */
export async function handOver(
  desk: LinkDesk,
  visitor: Visitor,
  fields: Readonly<Record<string, string>> = {},
) {
  const before = desk.office.received.length;
  await visitor.send('/l/handover/code');
  const code = await desk.shortCode(before);
  const form = { ...successor, code, ...fields };
  const page = await visitor.send('/l/handover', form);
  return { page, form, before: before + 1 };
}

/** The one who was named, having opened what was sent to them. */
export async function named(desk: LinkDesk, before: number): Promise<Visitor & Opening> {
  const opening = await desk.opening(before);
  const visitor = desk.visitor();
  const page = await visitor.send('/l/successor/open', { token: opening.token, code: '' });
  expect(page.at).toContain('/l/successor/confirm');
  return Object.assign(visitor, opening);
}

export const yes = {
  givenName: 'Nye',
  familyName: 'Prøve',
  consent: 'yes',
  answer: 'yes',
} as const;

/** Through it all, until an editor is to look at it. */
export async function confirmed(desk: LinkDesk, visitor: Visitor, fields = {}): Promise<string> {
  const { before } = await handOver(desk, visitor, fields);
  const one = await named(desk, before);
  expect((await one.send('/l/successor/confirm', yes)).at).toContain('/l/successor/thanks');
  const [waiting] = await waitingAt(desk);
  return waiting!.id;
}

export interface Waiting {
  readonly id: string;
  readonly state: string;
  readonly name: string | null;
  readonly value: string | null;
  readonly knownPersonId: string | null;
  readonly predecessors: readonly {
    readonly affiliationId: string;
    readonly isSuggested: boolean;
    readonly endsConsents: readonly string[];
    readonly retiresContacts: number;
    readonly isArchived: boolean;
  }[];
}

export const successionsQuery = `{ successions { id state through name value knownPersonId
  predecessors { affiliationId isSuggested endsConsents retiresContacts isArchived } } }`;

export async function waitingAt(desk: LinkDesk): Promise<readonly Waiting[]> {
  const { data, errors } = await desk.world.ask<{ successions: Waiting[] }>(
    desk.editor(),
    successionsQuery,
  );
  expect(errors).toBeUndefined();
  return data!.successions;
}
