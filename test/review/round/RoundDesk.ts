import { inject } from 'vitest';

import { Role } from '#schema/access/Role.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { LinkDesk } from '#test/access/link/LinkDesk.ts';
import { hasStaff } from '#test/access/Reception.ts';
import { cloneOf } from '#test/support/world.ts';
import { aLead, asked, madeRound } from './roundExamples.ts';

/** What has become of an organisation in a round. */
export interface Asked {
  readonly name: string;
  readonly state: string;
  readonly hindrance: string | null;
  readonly outcome: string | null;
  readonly steps: readonly number[];
}

/** The whole way of a round: whoever leads it, the queue, a real mail server, the pages, and a clock to move. */
export class RoundDesk implements AsyncDisposable {
  private constructor(
    readonly desk: LinkDesk,
    readonly lead: Viewer,
  ) {}

  static async open(): Promise<RoundDesk> {
    const desk = await LinkDesk.open(await cloneOf(inject('templateUrl')));
    const id = await hasStaff(desk.pool, {
      subject: 'parwin',
      name: 'Parwin Prøve',
      role: Role.PROGRAMME_LEAD,
    });
    return new RoundDesk(desk, { ...aLead('Parwin Prøve'), id });
  }

  /** Organisations with an e-mail address each, at their own name. */
  async has(...names: string[]): Promise<Organisation[]> {
    const organisations = names.map((name) => anOrganisation({ name }));
    const points = organisations.map((it) =>
      aContactPoint(it, {
        channel: ContactChannel.EMAIL,
        value: `${it.name.toLowerCase().replaceAll(' ', '.')}@example.org`,
      }),
    );
    await this.desk.world.has(...organisations, ...points);
    return organisations;
  }

  /** A round that is under way, with its first letters sent as far as they can be. */
  async opened(own: object = {}): Promise<string> {
    const id = await madeRound(this.desk.world, { opensOn: '2026-11-22', ...own }, this.lead);
    await this.mutate('openReviewRound', { id, expectedVersion: 1 });
    await this.desk.idle();
    return id;
  }

  async mutate(name: string, input: object, by = this.lead): Promise<Record<string, unknown>> {
    const { data, errors } = await this.desk.world.ask<Record<string, Record<string, unknown>>>(
      by,
      asked(name),
      { input },
    );
    if (!data?.[name]) throw new Error(JSON.stringify(errors));
    return data[name];
  }

  /** At such a moment somebody looks what is due. */
  async tend(at?: string): Promise<void> {
    if (at) this.desk.clock.now = new Date(at);
    await inTransaction(this.desk.pool, (run) => addJob(run, 'tendRounds', {}, 'rounds'));
    await this.desk.idle();
  }

  /** How all stand whom a round is about, by name. */
  async standing(roundId: string): Promise<Asked[]> {
    const read = `query ($id: ID!) { reviewRequests(roundId: $id) { nodes { organisationName state } } }`;
    const { data } = await this.desk.world.ask<{
      reviewRequests: { nodes: { organisationName: string; state: string }[] };
    }>(this.lead, read, { id: roundId });
    const { rows } = await this.desk.pool.query<Omit<Asked, 'state'>>(
      `select o.name, q.hindrance, q.outcome,
         array(select step from review_message m where m.request_id = q.id and m.sent_at is not null order by m.sent_at) as steps
       from review_request q join organisation o on o.id = q.organisation_id where q.round_id = $1 order by o.name`,
      [roundId],
    );
    return rows.map((row) => ({
      ...row,
      state: data!.reviewRequests.nodes.find((it) => it.organisationName === row.name)!.state,
    }));
  }

  /** Whom letters have come to, each time, in the order of their addresses. */
  get recipients(): string[] {
    return this.desk.office.received.flatMap(({ recipients }) => recipients).toSorted();
  }

  /** The token in the last letter to an address. */
  tokenTo(address: string): string {
    const letter = this.desk.office.received.findLast(({ recipients }) =>
      recipients.includes(address),
    );
    return /#([\w-]{22})\b/.exec(letter?.mail.text ?? '')?.[1] ?? '';
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.desk[Symbol.asyncDispose]();
  }
}
