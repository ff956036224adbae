import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';
import helmet from 'helmet';
import type pg from 'pg';

import { demoIssuer } from '#schema/access/demoIssuer.ts';
import { Role } from '#schema/access/Role.ts';
import { accessRoutes } from '#server/access/accessRoutes.ts';
import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { credentialOf, holderOf } from '#server/access/Credential.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { Visitor } from './Visitor.ts';

/** The time that the server goes by; a test moves it. */
export class Clock {
  now = new Date('2026-11-22T08:00:00Z');

  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }
}

/** The way in with a real server around it, and a page that tells who is asking. */
export class Reception implements AsyncDisposable {
  private constructor(
    readonly settings: AccessSettings,
    readonly clock: Clock,
    /** What was written to the log. */
    readonly logged: readonly object[],
    private readonly server: Server,
  ) {}

  static async open(
    pool: pg.Pool,
    more: Partial<Pick<AccessSettings, 'isDemo' | 'openId' | 'publicUrl'>> = {},
  ): Promise<Reception> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const clock = new Clock();
    const logged: object[] = [];
    const note = (fields: object) => void logged.push(fields);
    const settings: AccessSettings = {
      pool,
      publicUrl: new URL(`http://localhost:${(server.address() as AddressInfo).port}`),
      // Of its own: tests that run beside each other must not wait for the count of one address.
      key: randomBytes(32),
      clock: () => clock.now,
      isDemo: true,
      openId: null,
      log: { info: note, warn: note, error: note },
      ...more,
    };
    const reception = new Reception(settings, clock, logged, server);
    server.on('request', reception.#app());
    return reception;
  }

  get origin(): string {
    return this.settings.publicUrl.origin;
  }

  visitor(): Visitor {
    const { port } = this.server.address() as AddressInfo;
    return new Visitor(this.origin, `http://localhost:${port}`);
  }

  /** Somebody who has chosen this user on the demo's page. */
  async signedIn(subject: string, userAgent = ''): Promise<Visitor> {
    const visitor = this.visitor();
    visitor.userAgent = userAgent;
    const { at } = await visitor.visit('/signin');
    await visitor.send(at, { user: own(subject) });
    return visitor;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  #app() {
    const csp = {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
      },
    };
    return express()
      .use(helmet({ contentSecurityPolicy: csp, strictTransportSecurity: false }))
      .use(accessRoutes(this.settings))
      .get('/{*page}', async (request, response) => {
        const credential = credentialOf(request, this.settings);
        const viewer = credential && (await holderOf(credential, this.settings));
        response.json(viewer && { ...viewer, permissions: [...viewer.permissions].sort() });
      });
  }
}

/** What a visitor's requests are known by; null for a stranger. */
export async function viewerOf(visitor: Visitor): Promise<Omit<Viewer, 'permissions'> | null> {
  return (await (await visitor.request('/')).json()) as Viewer | null;
}

/** The name that a visitor is known by; null for a stranger. */
export async function nameOf(visitor: Visitor): Promise<string | null> {
  return (await viewerOf(visitor))?.name ?? null;
}

/**
 * An invented user's subject, unlike those of tests that run beside this one: they share a table, each in a transaction of its own,
 * and one subject would wait for the other.
 */
export const own = (subject: string): string => `${subject}-${process.pid}`;

/** Puts a member of staff into the register, and gives their id. In the demo the subject is `own`. */
export async function hasStaff(
  pool: pg.Pool,
  {
    issuer = demoIssuer,
    subject,
    name = subject,
    role = Role.READER,
  }: { issuer?: string; subject: string; name?: string; role?: Role },
): Promise<string> {
  const id = crypto.randomUUID();
  await pool.query(
    'insert into staff_user (id, issuer, subject, name, role) values ($1, $2, $3, $4, $5)',
    [id, issuer, issuer === demoIssuer ? own(subject) : subject, name, role],
  );
  return id;
}
