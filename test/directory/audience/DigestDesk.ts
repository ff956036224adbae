import pino from 'pino';
import { expect, inject } from 'vitest';

import type { StaffUser } from '#schema/access/StaffUser.ts';
import type { Role } from '#schema/access/Role.ts';
import type { Locale } from '#schema/common/Locale.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import { type MailRoom, mailRoom } from '#server/mailRoom.ts';
import type { Database } from '#server/orm.ts';
import { PostOffice } from '#test/common/mail/PostOffice.ts';
import { testSecret } from '#test/support/database.ts';
import { cloneOf, personalKey, type World, worldOver } from '#test/support/world.ts';
import { saved, somebody } from './audiences.ts';

export const publicUrl = new URL('https://samband.example.org');

const subscribe = `mutation ($input: SubscribeToAudienceInput!) {
  subscribeToAudience(input: $input) { id canBeTold subscription { every dueAt } } }`;

/** A register of its own with a mail room that looks when it is told to, at the time that a test says it is. */
export class DigestDesk implements AsyncDisposable {
  now = new Date('2026-11-22T12:00:00Z');
  #room: MailRoom | null = null;

  private constructor(
    readonly database: Database,
    readonly world: World,
    readonly office: PostOffice,
  ) {}

  static async open(): Promise<DigestDesk> {
    const database = await cloneOf(inject('templateUrl'));
    return new DigestDesk(database, await worldOver(database), await PostOffice.open());
  }

  /** A server that does what is due. */
  async startRoom(smtpUrl = this.office.url): Promise<MailRoom> {
    const { database } = this;
    const room = mailRoom({
      ...(await surroundingsOf({ database, secret: testSecret, personalKey, migrated: [] })),
      url: database.url,
      pool: database.pool,
      smtpUrl,
      mailFrom: 'samband@example.org',
      publicUrl,
      clock: () => this.now,
      log: pino({ level: 'silent' }),
    });
    this.#room = room;
    await room.start();
    return room;
  }

  /** It is so late, and somebody looks whose letter is due. Comes back when all of it is done. */
  async at(moment: string): Promise<void> {
    this.now = new Date(moment);
    if (!this.#room) await this.startRoom();
    await inTransaction(this.database.pool, (run) => addJob(run, 'findDigests', {}, 'digests'));
    await expect.poll(() => this.waiting(), { timeout: 20_000, interval: 20 }).toBe(0);
  }

  async waiting(): Promise<number> {
    const { rows } = await this.database.pool.query<{ count: string }>(
      `select count(*) from graphile_worker.jobs where task_identifier in ('findDigests', 'sendDigest') and run_at <= now()`,
    );
    return Number(rows[0]?.count);
  }

  /** Somebody who follows a search of theirs. */
  async follower(
    role: Role,
    {
      search = { text: 'solsikke' },
      every = 'DAY',
      locale = 'nb',
      ...user
    }: Partial<StaffUser> & { search?: object; every?: 'DAY' | 'WEEK'; locale?: Locale } = {},
  ): Promise<{ viewer: Viewer; id: string }> {
    const viewer = await somebody(this.world, role, user);
    const { data } = await saved(this.world, viewer, { name: 'Solsikker', search });
    const { id } = data!.saveAudience;
    const { errors } = await this.world.ask(viewer, subscribe, { input: { id, every } }, locale);
    expect(errors).toBeUndefined();
    return { viewer, id };
  }

  /** What is remembered of those who follow something. */
  async subscriptions(): Promise<{ id: string; dueAt: string; members: string[] }[]> {
    const { rows } = await this.database.pool.query<{
      id: string;
      dueAt: string;
      members: string[];
    }>(
      `select id, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as "dueAt", members
       from audience_subscription order by due_at`,
    );
    return rows;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#room?.stop();
    await this.office[Symbol.asyncDispose]();
    await this.database.close();
  }
}
