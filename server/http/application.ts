import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';

import express, { type Request, type RequestHandler } from 'express';
import type { Logger } from 'pino';

import { accessRoutes } from '#server/access/accessRoutes.ts';
import { linkRoutes } from '#server/access/link/linkRoutes.ts';
import { demoPostRoutes, type SentInDemo } from '#server/access/demoPostRoutes.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { unsubscribeRoutes } from '#server/directory/audience/digest/unsubscribeRoutes.ts';
import { exportRoutes } from '#server/directory/export/exportRoutes.ts';
import { reportRoutes } from '#server/review/bounce/reportRoutes.ts';
import { eraseRoutes } from '#server/review/erase/eraseRoutes.ts';
import { handoverRoutes } from '#server/review/handover/handoverRoutes.ts';
import { successorRoutes } from '#server/review/handover/successorRoutes.ts';
import { smsReportRoutes } from '#server/review/bounce/smsReportRoutes.ts';
import { annexRoutes } from '#server/review/progress/annexRoutes.ts';
import { letterRoutes } from '#server/review/letter/letterRoutes.ts';
import { reviewOnPage } from '#server/review/link/reviewOnPage.tsx';
import { reviewRoutes } from '#server/review/link/reviewRoutes.ts';
import { stopMailRoutes } from '#server/review/stop/stopMailRoutes.ts';
import { askApi, contextByLink } from './askApi.ts';
import { importRoutes } from '#server/directory/import/importRoutes.ts';
import { atMost } from './atMost.ts';
import { clientFiles } from './clientFiles.ts';
import { failed, onlyKnownMethods, refuse } from './failures.ts';
import { type ApiSettings, graphqlRoute } from './graphql.ts';
import { timeRequest } from './metrics.ts';
import { requestScope } from './requestScope.ts';
import { type Header, safeHeaders } from './safeHeaders.ts';
import { trustedDocumentsIn } from './trustedDocuments.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Names the request in the log and to the one who asked. */
    id: string;
  }
}

/** What the application needs of the house. */
export interface ApplicationSettings extends ApiSettings {
  /** Where the built client is. */
  readonly clientFolder: string;
  /** The demo's own post and text messages, for everyone to read. */
  readonly demo?: SentInDemo | null;
  /** By which reports of what came back are handed in. Null: they are not. */
  readonly mailReportToken?: string | null;
  /** By which reports of text messages are handed in. Null: they are not. */
  readonly smsReportToken?: string | null;
  /** Whether new work is welcome; not while we wait for the last to be done. */
  readonly isOpen: () => boolean;
  /** Which proxies are believed when they say whom a request is from. */
  readonly trustProxy?: number | readonly string[] | null;
  /** Where holes are reported, if not on the page about Samband. */
  readonly securityContact?: string | null;
}

/** Everything that answers over HTTP. */
export async function openApplication(
  settings: ApplicationSettings,
): Promise<{ app: RequestListener; stop(): Promise<void> }> {
  const { access, log, metrics, clientFolder, trustProxy = null } = settings;
  const documents = trustedDocumentsIn(clientFolder);
  const graphql = await graphqlRoute({ documents, ...settings });
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  if (trustProxy !== null) app.set('trust proxy', trustProxy);

  const safe = safeHeaders(access.publicUrl);
  app.use(headers(safe), onlyKnownMethods);
  app.use('/health', health(settings));
  app.get('/.well-known/security.txt', securityText(settings));
  app.use('/graphql', graphql.routes);
  app.use(importRoutes({ access, surroundings: settings.surroundings, atMost }));
  app.use(accessRoutes(access));
  app.use(exportRoutes({ access, surroundings: settings.surroundings, schema: graphql.schema }));
  app.use(annexRoutes({ access, surroundings: settings.surroundings }));
  app.use(letterRoutes({ access, surroundings: settings.surroundings }));
  const moment = () => momentOf(access.clock());
  const links = {
    pool: access.pool,
    publicUrl: access.publicUrl,
    secret: access.key,
    key: settings.surroundings.linkKey,
    moment,
    ask: askApi(graphql.schema, settings.surroundings, moment),
    contextOf: contextByLink(settings.surroundings, moment),
    log,
  };
  app.use(reviewRoutes(links));
  app.use(handoverRoutes(links));
  app.use(successorRoutes(links));
  app.use(eraseRoutes(links));
  app.use(linkRoutes({ ...links, more: reviewOnPage(links) }));
  app.use(
    unsubscribeRoutes({
      pool: access.pool,
      key: settings.surroundings.linkKey,
      secret: access.key,
      clock: access.clock,
    }),
  );
  const mailing = {
    pool: access.pool,
    key: settings.surroundings.linkKey,
    personalKey: settings.surroundings.personalKey,
    followers: settings.surroundings.followers,
    secret: access.key,
    moment,
  };
  app.use(stopMailRoutes(mailing));
  const { mailReportToken: token } = settings;
  if (token) app.use(reportRoutes({ ...mailing, token }));
  const { smsReportToken } = settings;
  if (smsReportToken) app.use(smsReportRoutes({ ...mailing, token: smsReportToken }));
  if (settings.demo) app.use(demoPostRoutes(settings.demo));
  if (existsSync(join(clientFolder, 'index.html'))) app.use(clientFiles(clientFolder));
  app.use((_request, response) => refuse(response, 404, 'NOT_FOUND', 'There is nothing here'));
  app.use(failed(log));
  const longWay: RequestListener = (request, response) =>
    requestScope.run({ id: (request as Request).id }, () => app(request, response));
  const shortWay = graphql.shortWay(safe, longWay);
  const answer: RequestListener = (request, response) => {
    const id = nameRequest(log, request, response);
    timeRequest(metrics, request, response);
    Object.assign(request, { id });
    shortWay(request, response);
  };
  return { app: answer, stop: graphql.stop };
}

const acceptableName = /^[\w-]{8,64}$/;

/** What looks like a secret. The demo's provider has its own in the path. */
const opaque = /[\w-]{40,}/g;

/** Gives a request a name, and writes one line about it. Never its query: secrets travel there. */
function nameRequest(log: Logger, request: IncomingMessage, response: ServerResponse): string {
  const given = String(request.headers['x-request-id'] ?? '');
  const id = acceptableName.test(given) ? given : randomUUID();
  const { method, url = '' } = request;
  const startedAt = performance.now();
  response.once('close', () => {
    log.info(
      {
        requestId: id,
        method,
        path: url.split('?')[0]?.replace(opaque, '…'),
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - startedAt),
      },
      'Request',
    );
  });
  return id;
}

/** What was worked out once, on each answer. */
function headers(all: readonly Header[]): RequestHandler {
  return (request, response, next) => {
    response.setHeader('X-Request-Id', request.id);
    for (const [name, value] of all) response.setHeader(name, value);
    next();
  };
}

/** `live`: the program runs. `ready`: it answers questions, and welcomes more. */
function health({ access, isOpen }: ApplicationSettings): RequestHandler {
  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (request.path === '/live') return void response.json({ status: 'live' });
    if (request.path !== '/ready') return next();
    const isReady =
      isOpen() &&
      (await access.pool.query('select 1').then(
        () => true,
        () => false,
      ));
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  };
}

const halfYear = 180 * 24 * 60 * 60 * 1000;

/** RFC 9116, which wants it to be valid for less than a year: a copy that somebody kept must not lead astray for long. */
const securityText =
  ({ access: { publicUrl, clock }, securityContact }: ApplicationSettings): RequestHandler =>
  (_request, response) => {
    const lines = [
      `Contact: ${securityContact ?? new URL('/om', publicUrl).href}`,
      `Expires: ${new Date(clock().getTime() + halfYear).toISOString()}`,
      'Preferred-Languages: nb, nn, en',
      `Policy: ${new URL('/om', publicUrl).href}`,
      `Canonical: ${new URL('/.well-known/security.txt', publicUrl).href}`,
    ];
    response.type('text/plain').send(`${lines.join('\n')}\n`);
  };
