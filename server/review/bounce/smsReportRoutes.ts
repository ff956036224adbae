import { json, Router } from 'express';
import type pg from 'pg';
import { z } from 'zod';

import { rateLimited } from '#server/access/rateLimited.ts';
import { byToken } from './byToken.ts';
import { type BounceSettings, noteBounce, noteFailure } from './noteBounce.ts';

export interface SmsReportSettings extends BounceSettings {
  readonly pool: pg.Pool;
  /** 32 secret bytes. */
  readonly secret: Uint8Array;
  /** Who may hand reports in. */
  readonly token: string;
}

const statuses = ['delivered', 'failed', 'expired', 'unknown_number'] as const;

const report = z.object({ id: z.string().min(1).max(200), status: z.enum(statuses) });

/** Of one address, with a token that is not ours. */
const mistakes = { points: 20, seconds: 300 };

/**
 * Leveringsrapporter for tekstmeldinger. `POST /sms/reports` takes `{id, status}` in JSON by the token of `SMS_REPORT_TOKEN`: what the gateway
 * called the message when it took it, and `delivered`, `failed`, `expired` or `unknown_number`. Only the last says that nobody has the number. The
 * same report twice is one; of a message that is not ours nothing is said.
 */
export function smsReportRoutes(settings: SmsReportSettings): Router {
  const { pool, secret, token, moment } = settings;
  const routes = Router();
  routes.post(
    '/sms/reports',
    byToken(token, rateLimited({ pool, key: secret }, 'sms-reports', mistakes)),
    json({ limit: '10kb' }),
    async (request, response) => {
      response.set('Cache-Control', 'no-store');
      const { data } = report.safeParse(request.body);
      if (!data) {
        response.status(400).json({ error: 'A report has an id and a status' });
        return;
      }
      const { id: gatewayId, status } = data;
      if (status === 'delivered') {
        await pool.query(
          'update sent_message set delivered_at = $2 where gateway_id = $1 and delivered_at is null',
          [gatewayId, moment().now],
        );
      } else if (status === 'unknown_number') {
        await noteBounce(settings, { gatewayId }, '5.1.1');
      } else {
        await noteFailure(settings, { gatewayId }, status === 'expired' ? '4.4.7' : '5.3.0');
      }
      response.status(204).end();
    },
  );
  return routes;
}
