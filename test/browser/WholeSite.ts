import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import pino from 'pino';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

import { DemoPost } from '#server/common/mail/DemoPost.ts';
import { openApplication } from '#server/http/application.ts';
import { openMetrics } from '#server/http/metrics.ts';
import { built } from '#server/launch/build.mjs';
import { surroundingsOf } from '#server/launch/openSamband.ts';
import { projectRoot } from '#server/launch/projectRoot.mjs';
import { mailRoom } from '#server/mailRoom.ts';
import type { Database } from '#server/orm.ts';
import { openBrowser } from '#test/support/browser.ts';
import { testSecret } from '#test/support/database.ts';
import { openSeedWorld } from '#test/support/seedWorld.ts';
import { personalKey, today } from '#test/support/world.ts';

/** Everything as a user meets it: the demo's world, the server, the client as it is built, and a real browser. */
export class WholeSite implements AsyncDisposable {
  private constructor(
    readonly browser: Browser,
    readonly origin: string,
    readonly database: Database,
    /** Where its letters come, if it sends any. */
    readonly post: DemoPost | null,
    private readonly session: Awaited<ReturnType<BrowserContext['storageState']>>,
    private readonly close: () => Promise<void>,
  ) {}

  /** Opens it all, and signs in by the demo's own door as the first user with the role. */
  static async open({ role = 'Koordinator', hasPost = false } = {}): Promise<WholeSite> {
    const [database, browser] = await Promise.all([
      openSeedWorld(),
      openBrowser(),
      // As it goes out. Whoever comes first builds it, unless nothing has changed since the last time.
      built(process.execPath),
    ]);
    const { server, origin, answerWith } = await listen();
    const log = pino({ level: 'silent' });
    const clock = () => new Date(`${today}T08:00:00Z`);
    const surroundings = await surroundingsOf({
      database,
      secret: testSecret,
      personalKey,
      migrated: [],
    });
    const post = hasPost ? await DemoPost.open(clock) : null;
    const room =
      post &&
      mailRoom({
        ...surroundings,
        url: database.url,
        pool: database.pool,
        smtpUrl: post.url,
        mailFrom: 'samband@example.org',
        publicUrl: new URL(origin),
        clock,
        log,
      });
    const application = await openApplication({
      access: {
        pool: database.pool,
        publicUrl: new URL(origin),
        key: testSecret,
        clock,
        isDemo: true,
        openId: null,
        log,
      },
      surroundings,
      log,
      metrics: openMetrics(database.pool),
      clientFolder: join(projectRoot, 'dist/client'),
      isOpen: () => true,
    });
    answerWith(application.app);
    await room?.start();

    const session = await signedIn(browser, origin, role);
    return new WholeSite(browser, origin, database, post, session, async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await room?.stop();
      await application.stop();
      await post?.close();
      await database.close();
    });
  }

  /** A fresh browser profile, signed in. */
  visit(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.browser.newContext({
      baseURL: this.origin,
      locale: 'nb-NO',
      viewport: { width: 1440, height: 900 },
      storageState: this.session,
      ...options,
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

async function listen() {
  let answer = (_request: IncomingMessage, response: ServerResponse): void => void response.end();
  const server: Server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    origin: `http://localhost:${port}`,
    answerWith: (handler: typeof answer) => {
      answer = handler;
    },
  };
}

async function signedIn(browser: Browser, origin: string, role: string) {
  const context = await browser.newContext({ baseURL: origin, locale: 'nb-NO' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: role }).first().click();
  await page.getByRole('searchbox').waitFor();
  const session = await context.storageState();
  await context.close();
  return session;
}
