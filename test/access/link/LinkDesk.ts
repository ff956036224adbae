import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import pino from 'pino';
import type pg from 'pg';

import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { aContactPoint, anOrganisation } from '#seeds/organisation.ts';
import { LinkKey } from '#server/access/link/LinkKey.ts';
import { openApplication } from '#server/http/application.ts';
import { openMetrics } from '#server/http/metrics.ts';
import { DemoPost } from '#server/common/mail/DemoPost.ts';
import { DemoGateway } from '#server/common/sms/DemoGateway.ts';
import { usualQuietHours } from '#server/common/sms/quietSeconds.ts';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import { type MailRoom, mailRoom } from '#server/mailRoom.ts';
import type { Database } from '#server/orm.ts';
import { Clock, hasStaff } from '#test/access/Reception.ts';
import { Visitor } from '#test/access/Visitor.ts';
import { PostOffice, type Received } from '#test/common/mail/PostOffice.ts';
import { testSecret } from '#test/support/database.ts';
import { anEditor } from '#test/support/viewers.ts';
import { personalKey, worldOver, type World } from '#test/support/world.ts';

export const mailReportToken = 'a-token-for-reports-of-what-came-back';
export const smsReportToken = 'a-token-for-reports-of-text-messages';

/** What a letter brings. */
export interface Opening {
  readonly token: string;
  readonly code: string;
  readonly mail: Received['mail'];
}

export interface Issued {
  readonly id: string;
  readonly recordId: string;
  readonly contactPointId: string;
}

export interface ToIssue {
  readonly name?: string;
  readonly language?: keyof typeof LinkLanguage;
  readonly address?: string;
  readonly expiresOn?: string;
}

const issuePersonalLink = `mutation ($input: IssuePersonalLinkInput!) {
  issuePersonalLink(input: $input) { id }
}`;

/** The whole way of a personal link: the API, the queue, a real mail server, the pages; and a clock to move. */
export class LinkDesk implements AsyncDisposable {
  private constructor(
    readonly database: Database,
    readonly world: World,
    readonly office: PostOffice,
    /** Whoever carries text messages. */
    readonly gateway: DemoGateway,
    readonly clock: Clock,
    /** Every line of the log. */
    readonly log: readonly string[],
    private readonly server: Server,
    private readonly room: MailRoom,
    private readonly editorId: string,
    private readonly stop: () => Promise<unknown>,
  ) {}

  /** `isDemo`: letters go to the post of the demo, and are shown there. `canSms`: whether the pages and the API believe that somebody carries text messages. */
  static async open(database: Database, { isDemo = false, canSms = true } = {}): Promise<LinkDesk> {
    const { pool, url } = database;
    const office = await PostOffice.open();
    const time = new Clock();
    const clock = () => time.now;
    const gateway = await DemoGateway.open(clock);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const publicUrl = new URL(`http://localhost:${(server.address() as AddressInfo).port}`);
    const post = isDemo
      ? await DemoPost.open(clock, {
          url: new URL('/mail/reports', publicUrl).href,
          token: mailReportToken,
        })
      : null;
    const surroundings = {
      ...(await surroundingsOf({ database, secret: testSecret, personalKey, migrated: [] })),
      canSms,
    };
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const room = mailRoom({
      ...surroundings,
      url,
      pool,
      smtpUrl: post?.url ?? office.url,
      mailFrom: 'samband@example.org',
      sender: { returnTo: 'retur@example.org' },
      sms: {
        url: gateway.url,
        token: gateway.token,
        from: 'Samband',
        isDemo: true,
        quietHours: usualQuietHours,
        pace: null,
      },
      publicUrl,
      clock,
      log,
    });
    const application = await openApplication({
      access: { pool, publicUrl, key: testSecret, clock, isDemo: true, openId: null, log },
      surroundings,
      log,
      metrics: openMetrics(pool),
      clientFolder: '/nowhere',
      isOpen: () => true,
      mailReportToken,
      smsReportToken,
      demo: post && { post, gateway },
    });
    server.on('request', application.app);
    const editorId = await hasStaff(pool, { subject: 'ragnar', name: 'Ragnar Prøve' });
    await room.start();
    return new LinkDesk(
      database,
      await worldOver(database, { textsLeadTo: publicUrl, canSms }),
      office,
      gateway,
      time,
      lines,
      server,
      room,
      editorId,
      async () => {
        await application.stop();
        await post?.close();
      },
    );
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  get pool(): pg.Pool {
    return this.database.pool;
  }

  readonly key = new LinkKey(testSecret);

  visitor(): Visitor {
    return new Visitor(this.origin);
  }

  editor() {
    return { ...anEditor(), id: this.editorId };
  }

  /** An organisation with an address and a telephone, and a link to it on its way. */
  async issue({
    name = 'Foreningen Prøve',
    language = 'NB',
    address = 'post@example.org',
    expiresOn = '2026-12-24',
  }: ToIssue = {}): Promise<Issued> {
    const organisation = anOrganisation({ name });
    const email = aContactPoint(organisation, { channel: ContactChannel.EMAIL, value: address });
    const phone = aContactPoint(organisation, { value: '+4700000123', position: 1 });
    await this.world.has(organisation, email, phone);
    const [recordId, contactPointId] = [organisation.id, email.id];
    const input = { recordId, contactPointId, purpose: 'REVIEW', language, expiresOn };
    const { data, errors } = await this.world.ask<{ issuePersonalLink: { id: string } }>(
      this.editor(),
      issuePersonalLink,
      { input },
    );
    if (!data) throw new Error(JSON.stringify(errors));
    return { id: data.issuePersonalLink.id, recordId, contactPointId };
  }

  /** A link, and the letter that it came in. */
  async issued(more: ToIssue = {}): Promise<Issued & Opening> {
    const before = this.office.received.length;
    const link = await this.issue(more);
    const opening = await this.opening(before);
    await this.idle();
    return { ...link, ...opening };
  }

  /** What is in the letter that comes after so many. */
  async opening(before: number): Promise<Opening> {
    const { mail } = await this.office.letter(before);
    const text = mail.text ?? '';
    const [, token = ''] = /#([\w-]{22})\b/.exec(text) ?? [];
    const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text) ?? [];
    return { token, code, mail };
  }

  /** The eight digits in the letter that comes after so many. */
  async shortCode(before: number): Promise<string> {
    const { mail } = await this.office.letter(before);
    const [, first, last] = /^(\d{4}) (\d{4})$/m.exec(mail.text ?? '') ?? [];
    return `${first}${last}`;
  }

  /** What is done from here on is done from another address than before. */
  async fromElsewhere(): Promise<void> {
    await this.pool.query('delete from rate_limit');
  }

  /** How many jobs are due, or being done. */
  async due(): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      'select count(*)::integer as count from graphile_worker.jobs where locked_at is not null or run_at <= now()',
    );
    return rows[0]?.count ?? 0;
  }

  /** Waits until the queue has done all that can be done now. */
  async idle(): Promise<void> {
    for (let count = 1; count > 0;) {
      const { rows } = await this.pool.query<{ count: number }>(
        'select count(*)::integer as count from graphile_worker.jobs where attempts = 0 or locked_at is not null',
      );
      count = rows[0]?.count ?? 0;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
    await this.room.stop();
    await this.stop();
    await this.office[Symbol.asyncDispose]();
    await this.gateway.close();
    await this.database.close();
  }
}
