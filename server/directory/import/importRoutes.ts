import express, { type Request, type Response, Router } from 'express';
import { GraphQLError } from 'graphql';

import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { credentialOf, holderOf } from '#server/access/Credential.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { localeOf } from '#server/access/localeOf.ts';
import { rateLimited } from '#server/access/rateLimited.ts';
import { sameOrigin } from '#server/access/sameOrigin.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { Reader } from '#server/common/Reader.ts';
import { type Context, createContext, type Surroundings } from '#server/context.ts';
import { Busy, formatError } from '#server/problems.ts';
import { flawWords, saidIn } from './flawWords.ts';
import { limits } from './limits.ts';
import { refusedRows } from './refusedRows.ts';
import { stageFile } from './stageFile.ts';
import { ensureTheirs } from './theirImport.ts';

/** What the routes of imports need of the house. */
export interface ImportRoutesSettings {
  readonly access: AccessSettings;
  readonly surroundings: Surroundings;
  /** Refuses a body that is longer, before all of it has come. */
  readonly atMost: (bytes: number) => express.RequestHandler;
}

/** A file is read while its sender waits; a few at a time, so that the rest of the house has room. */
const mostAtOnce = 2;
const usualFiles = { points: 60, seconds: 60 };

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 422,
  CONFLICT: 409,
  BUSY: 503,
};

/**
 * Filer inn. `POST /import/file` takes a file as it is, its name in `Samband-File-Name` (percent-encoded), and gives the identifier of the
 * import. `GET /import/:id/refused.csv` gives the rows that were not taken in. What came in is never shown as what it is.
 */
export function importRoutes({ access, surroundings, atMost }: ImportRoutesSettings): Router {
  const routes = Router();
  let underWay = 0;

  const contextOf = async (request: Request): Promise<Context> => {
    const credential = credentialOf(request, access);
    return createContext(surroundings, {
      viewer: credential && (await holderOf(credential, access)),
      ...momentOf(access.clock()),
      requestId: request.id,
      locale: localeOf(request),
      reader: new Reader(surroundings.database.pool),
      way: 'planned',
    });
  };

  routes.post(
    '/import/file',
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
    rateLimited(access, 'import', usualFiles),
    sameOrigin(access.publicUrl),
    // Who may not is told before anything is read.
    async (request, response, next) => {
      try {
        const context = await contextOf(request);
        ensurePermission('register.import', context.viewer);
        if (request.get('content-type') !== 'application/octet-stream') {
          return void tell(
            response,
            415,
            'UNSUPPORTED_MEDIA_TYPE',
            'Send the file as it is, as application/octet-stream',
          );
        }
        if (underWay >= mostAtOnce) throw new Busy();
        response.locals['context'] = context;
        next();
      } catch (error) {
        answerProblem(error, request, response, next);
      }
    },
    atMost(limits.file),
    express.raw({ limit: limits.file, inflate: false, type: 'application/octet-stream' }),
    async (request, response, next) => {
      underWay += 1;
      try {
        const bytes: unknown = request.body;
        const id = await stageFile(response.locals['context'] as Context, {
          name: nameOf(request),
          bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0),
        });
        response.status(201).json({ id });
      } catch (error) {
        answerProblem(error, request, response, next);
      } finally {
        underWay -= 1;
      }
    },
  );

  routes.get('/import/:id/refused.csv', async (request, response, next) => {
    try {
      const context = await contextOf(request);
      ensurePermission('register.import', context.viewer);
      const { id } = request.params;
      await ensureTheirs(context, id);
      const { locale } = context;
      response.set({
        'Cache-Control': 'no-store',
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${saidIn(locale, 'import.refusedFile')}.csv"`,
        'X-Content-Type-Options': 'nosniff',
      });
      const rows = refusedRows(context, id, {
        line: saidIn(locale, 'import.line'),
        reason: saidIn(locale, 'import.reason'),
        wording: (flaw) => flawWords(flaw, locale),
      });
      for await (const row of rows) response.write(row);
      response.end();
    } catch (error) {
      answerProblem(error, request, response, next);
    }
  });
  return routes;
}

function nameOf(request: Request): string {
  const given = request.get('samband-file-name') ?? '';
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}

function answerProblem(
  error: unknown,
  request: Request,
  response: Response,
  next: (error: unknown) => void,
): void {
  if (!(error instanceof GraphQLError) || response.headersSent) return next(error);
  const answer = formatError(error.toJSON(), request.id);
  const status = statuses[String(answer.extensions?.['code'])] ?? 500;
  if (status === 503) response.set('Retry-After', '1');
  // Whatever else is on its way of a file is read by nobody.
  if (!request.complete) response.set('Connection', 'close');
  response.status(status).json({ errors: [answer] });
}

const tell = (response: Response, status: number, code: string, message: string): Response =>
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
