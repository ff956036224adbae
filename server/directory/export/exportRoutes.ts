import 'reflect-metadata';

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { type Request, type Response, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';

import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { credentialOf, holderOf } from '#server/access/Credential.ts';
import { ensurePermission } from '#server/access/ensure.ts';
import { contactPermission } from '#server/access/permissions.ts';
import { sameOrigin } from '#server/access/sameOrigin.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { Reader } from '#server/common/Reader.ts';
import { createContext, type Surroundings } from '#server/context.ts';
import { Busy, Unauthenticated } from '#server/problems.ts';
import { sendRefusal } from './sendRefusal.ts';
import { endExport, takeExport, type TakenExport } from './takeExport.ts';
import { writeExport, type WrittenExport } from './writeExport.ts';

/** What the way out needs of the house. */
export interface ExportSettings {
  readonly access: AccessSettings & { readonly pool: pg.Pool };
  readonly surroundings: Surroundings;
  readonly schema: GraphQLSchema;
}

/** So many files are written at a time by one server; whoever comes then waits a moment. */
const mostAtOnce = 4;

/**
 * Utlevering som fil. `POST /export/<id>`: what `prepareExport` has prepared, to the one who did, once. Nothing is fetched with GET, for that
 * is what a browser does by itself, and another site may make it do.
 *
 * Nothing is said before the first piece is there, so that a refusal is a refusal. What goes wrong later cuts the line: a file that ends
 * too early must not look whole.
 */
export function exportRoutes({ access, surroundings, schema }: ExportSettings): Router {
  const routes = Router();
  let underWay = 0;

  async function deliver(request: Request, response: Response): Promise<void> {
    const { now, today } = momentOf(access.clock());
    const credential = credentialOf(request, access);
    const viewer = credential && (await holderOf(credential, access));
    if (!viewer) throw new Unauthenticated();
    ensurePermission('register.export', viewer);
    if (underWay >= mostAtOnce) throw new Busy();
    underWay += 1;
    try {
      const taken = await takeExport(access.pool, { viewer, now }, String(request.params['id']));
      const { purpose } = taken.request;
      const context = createContext(surroundings, {
        viewer,
        now,
        today,
        requestId: taken.id,
        locale: taken.request.locale,
        reader: new Reader(access.pool),
        way: 'planned',
        purpose,
      });
      let shown = () => 0;
      const end = (state: 'complete' | 'broken') =>
        endExport(access.pool, taken.id, state, shown(), access.clock());
      try {
        ensurePermission(contactPermission(purpose), viewer);
        const written = await writeExport(context, schema, taken);
        shown = written.peopleShown;
        await send(response, taken, written);
        await end('complete');
      } catch (error) {
        await end('broken');
        throw error;
      }
      // Whole when it is noted that it is.
      response.end();
    } finally {
      underWay -= 1;
    }
  }

  routes.use('/export', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  routes.post('/export/:id', sameOrigin(access.publicUrl), async (request, response) => {
    try {
      await deliver(request, response);
    } catch (error) {
      // Whoever has gone is told nothing, and needs no line in the log.
      if (response.destroyed || response.headersSent) {
        response.destroy();
        if (!isLeft(error))
          access.log.error({ err: error, requestId: request.id }, 'A file was cut short');
        return;
      }
      sendRefusal(response, error);
    }
  });
  routes.all('/export/:id', (_request, response) => {
    response
      .status(405)
      .set('Allow', 'POST')
      .json({
        errors: [
          { message: 'Files are fetched with POST', extensions: { code: 'METHOD_NOT_ALLOWED' } },
        ],
      });
  });
  return routes;
}

/** Sends all of it as it comes, no faster than it is taken; and does not say yet that it was all. */
async function send(
  response: Response,
  { fileName }: TakenExport,
  { mediaType, pieces }: WrittenExport,
): Promise<void> {
  response.set({
    'Content-Type': mediaType,
    // RFC 6266: the name is made of letters that need no other form.
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'X-Content-Type-Options': 'nosniff',
  });
  await pipeline(Readable.from(pieces, { objectMode: false }), response, { end: false });
}

const isLeft = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
