import { raw, Router } from 'express';
import type pg from 'pg';

import { rateLimited } from '#server/access/rateLimited.ts';
import { longestReport, readReport } from '#server/common/mail/readReport.ts';
import { stopMail } from '#server/review/stop/stopMail.ts';
import { byToken } from './byToken.ts';
import { type BounceSettings, noteBounce, noteFailure } from './noteBounce.ts';

export interface ReportSettings extends BounceSettings {
  readonly pool: pg.Pool;
  /** 32 secret bytes. */
  readonly secret: Uint8Array;
  /** Who may hand reports in. */
  readonly token: string;
}

/** Of one address, with a token that is not ours. */
const mistakes = { points: 20, seconds: 300 };

/**
 * Rapporter om post. `POST /mail/reports` takes what has come to the return path of our letters, as it came: `message/rfc822`, by the token
 * of `MAIL_REPORT_TOKEN`. Most mail servers can hand a mailbox on to a program; that it is somebody else's is no matter.
 *
 * Whoever hands one in is not told whether it was believed: only the key in the return path says which letter it is about, and a server of
 * ours that repeats what it has been told by others must not be able to try keys. The same report twice is one.
 */
export function reportRoutes(settings: ReportSettings): Router {
  const { pool, secret, token } = settings;
  const routes = Router();
  routes.post(
    '/mail/reports',
    byToken(token, rateLimited({ pool, key: secret }, 'mail-reports', mistakes)),
    raw({ type: 'message/rfc822', limit: longestReport }),
    async (request, response) => {
      response.set('Cache-Control', 'no-store');
      if (!Buffer.isBuffer(request.body)) {
        response.status(415).json({ error: 'A report is handed in as message/rfc822' });
        return;
      }
      const report = await readReport(request.body);
      const note = { gone: noteBounce, failed: noteFailure, unwanted: stopMail };
      for (const returnKey of report?.returnKeys ?? []) {
        if (report && (await note[report.what](settings, { returnKey }, report.status))) break;
      }
      response.status(204).end();
    },
  );
  return routes;
}
