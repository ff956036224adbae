import 'reflect-metadata';

import { type Request, Router } from 'express';
import type pg from 'pg';

import { locales } from '#schema/common/Locale.ts';
import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { credentialOf, holderOf } from '#server/access/Credential.ts';
import { sameOrigin } from '#server/access/sameOrigin.ts';
import { momentOf } from '#server/common/momentOf.ts';
import { Reader } from '#server/common/Reader.ts';
import { type Context, createContext, type Surroundings } from '#server/context.ts';
import { sendRefusal } from '#server/directory/export/sendRefusal.ts';
import { takeAnnex } from './takeAnnex.ts';

/** What the annex needs of the house. */
export interface AnnexSettings {
  readonly access: AccessSettings & { readonly pool: pg.Pool };
  readonly surroundings: Surroundings;
}

/** Vedlegget som fil. `POST /export/annex/<round>`, of one trust where `trust` names it: with POST, as every file that leaves the register and is taken down. */
export function annexRoutes({ access, surroundings }: AnnexSettings): Router {
  const routes = Router();

  async function contextOf(request: Request): Promise<Context> {
    const { now, today } = momentOf(access.clock());
    const credential = credentialOf(request, access);
    const viewer = credential && (await holderOf(credential, access));
    return createContext(surroundings, {
      viewer: viewer ?? null,
      now,
      today,
      requestId: request.id,
      locale: locales.find((it) => it === request.query['locale']) ?? 'nb',
      reader: new Reader(access.pool),
      way: 'planned',
    });
  }

  routes.post('/export/annex/:id', sameOrigin(access.publicUrl), async (request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      const { trust } = request.query;
      const { file, fileName } = await takeAnnex(
        await contextOf(request),
        String(request.params['id']),
        typeof trust === 'string' && trust ? trust : null,
      );
      response
        .set({
          'Content-Disposition': `attachment; filename="${fileName}"`,
          'X-Content-Type-Options': 'nosniff',
        })
        .type('pdf')
        .send(file);
    } catch (error) {
      sendRefusal(response, error);
    }
  });
  routes.all('/export/annex/:id', (_request, response) => {
    const extensions = { code: 'METHOD_NOT_ALLOWED' };
    response
      .status(405)
      .set('Allow', 'POST')
      .json({ errors: [{ message: 'Files are fetched with POST', extensions }] });
  });
  return routes;
}
