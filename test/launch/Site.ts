import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import pino from 'pino';
import { inject } from 'vitest';

import { type ApplicationSettings, openApplication } from '#server/http/application.ts';
import { httpServer, type Patience } from '#server/http/httpServer.ts';
import { logOptions } from '#server/http/log.ts';
import { openMetrics } from '#server/http/metrics.ts';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import type { Database } from '#server/orm.ts';
import { testSecret } from '#test/support/database.ts';
import { cloneOf, personalKey } from '#test/support/world.ts';

/** The whole server but the process: its own port, its own database, a client of a few files. */
export class Site implements AsyncDisposable {
  private constructor(
    readonly database: Database,
    /** What was written to the log. */
    readonly logged: readonly string[],
    private readonly server: Server,
    private readonly stop: () => Promise<void>,
  ) {}

  static async open({
    isDemo = true,
    publicUrl = 'http://localhost:4000',
    database: given,
    patience,
    ...more
  }: {
    isDemo?: boolean;
    publicUrl?: string;
    database?: Database;
    patience?: Patience;
  } & Partial<ApplicationSettings> = {}): Promise<Site> {
    const database = given ?? (await cloneOf(inject('templateUrl')));
    const logged: string[] = [];
    const log = pino({ ...logOptions, level: 'info' }, { write: (line) => void logged.push(line) });
    const clientFolder = smallClient();
    const application = await openApplication({
      access: {
        pool: database.pool,
        publicUrl: new URL(publicUrl),
        key: testSecret,
        clock: () => new Date('2026-11-22T08:00:00Z'),
        isDemo,
        openId: null,
        log,
      },
      surroundings: await surroundingsOf({
        database,
        secret: testSecret,
        personalKey,
        migrated: [],
      }),
      log,
      metrics: openMetrics(database.pool),
      clientFolder,
      isOpen: () => true,
      ...more,
    });
    // They are in memory now.
    rmSync(clientFolder, { recursive: true });
    const server = httpServer(application.app, patience);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new Site(database, logged, server, () => application.stop());
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { redirect: 'manual', ...init });
  }

  /** Sends a question as the client does, or anything else that somebody may send there. */
  ask(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
    await this.stop();
    await this.database.close();
  }
}

function smallClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samband-client-'));
  const script = 'document.title = "Samband";'.repeat(20);
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Samband</title>');
  writeFileSync(join(folder, 'assets/main-1a2b3c.js'), script);
  writeFileSync(join(folder, 'assets/main-1a2b3c.js.br'), brotliCompressSync(script));
  return folder;
}
