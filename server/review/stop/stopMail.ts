import { StopKind } from '#schema/review/StopKind.ts';
import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { LinkedKind } from '#server/access/link/issueLink.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { noteStop } from './askToStop.ts';

import type pg from 'pg';

export interface StopSettings {
  readonly pool: Pick<pg.Pool, 'connect'>;
  readonly key: LinkKey;
  readonly moment: () => Moment;
}

/** A letter that somebody has had enough of: the last of a link, or one that was found by its return path. */
export type Unwanted = { readonly linkId: string } | { readonly returnKey: string };

interface Sent {
  readonly kind: LinkedKind;
  readonly contactPointId: string;
  readonly addressHash: string;
  readonly linkId: string | null;
  readonly organisationId: string | null;
  readonly language: LinkLanguage | null;
}

/**
 * Ikke flere brev. The address of a letter gets no more that ask whether something is right, from now on. An organisation has asked for a
 * pause as well, so that somebody sees it; it is not acknowledged by a letter, for that is one more. False for a letter that we do not know.
 */
export const stopMail = (
  settings: StopSettings,
  unwanted: Unwanted,
  _status?: string,
): Promise<boolean> =>
  inTransaction(settings.pool, async (run) => {
    const sent = await find(run, settings.key, unwanted);
    if (!sent) return false;
    const { kind, contactPointId, addressHash, linkId, organisationId, language } = sent;
    const by = { viewer: null, ...settings.moment(), requestId: 'mail' };
    const id = crypto.randomUUID();
    const through = 'linkId' in unwanted ? 'letter' : 'report';
    const [made] = await run<{ id: string }>(
      `insert into mail_stop (id, address_hash, purpose, record_kind, contact_point_id, since, through)
       values ($1, $2, 'review', $3, $4, $5, $6) on conflict (address_hash, purpose)
         do update set since = excluded.since, through = excluded.through, lifted_with = null where mail_stop.lifted_with is not null
       returning id`,
      [id, addressHash, kind, contactPointId, by.now, through],
    );
    if (!made) return true;
    await logStop(run, by, made.id, { contactPointId, purpose: 'review' });
    if (linkId && organisationId && language) {
      const stop = { kind: StopKind.PAUSE, language, reason: null };
      await noteStop(run, by, { linkId, recordId: organisationId }, stop, { isSilent: true });
    }
    return true;
  });

/** Brev igjen. Takes it back, with the pause that was asked for on the way, unless somebody has answered that. */
export const allowMail = (settings: StopSettings, unwanted: Unwanted): Promise<boolean> =>
  inTransaction(settings.pool, async (run) => {
    const sent = await find(run, settings.key, unwanted);
    if (!sent) return false;
    const by = { viewer: null, ...settings.moment(), requestId: 'mail' };
    const [gone] = await run<{ id: string }>(
      `delete from mail_stop where address_hash = $1 and purpose = 'review' returning id`,
      [sent.addressHash],
    );
    if (!gone) return true;
    const fields = [{ field: 'purpose', before: 'review', after: null }];
    await logChange(run, by, { verb: 'allowMail' }, { record: 'mail_stop', id: gone.id, fields });
    await run(
      `delete from stop_request where link_id = $1 and kind = 'pause' and reason is null and answered_at is null`,
      [sent.linkId],
    );
    return true;
  });

async function find(run: Run, key: LinkKey, unwanted: Unwanted): Promise<Sent | undefined> {
  const [which, value] =
    'linkId' in unwanted
      ? ['s.link_id', unwanted.linkId]
      : ['s.return_hash', key.hashOf('return path', unwanted.returnKey)];
  const [sent] = await run<Sent>(
    `select s.record_kind as kind, s.contact_point_id as "contactPointId", s.address_hash as "addressHash", s.link_id as "linkId",
       l.organisation_id as "organisationId", l.language
     from sent_message s left join personal_link l on l.id = s.link_id
     where ${which} = $1 order by s.made_at desc limit 1`,
    [value],
  );
  return sent;
}

function logStop(
  run: Run,
  by: Parameters<typeof logChange>[1],
  id: string,
  told: Readonly<Record<string, string>>,
): Promise<unknown> {
  const fields = Object.entries(told).map(([field, after]) => ({ field, before: null, after }));
  return logChange(run, by, { verb: 'stopMail' }, { record: 'mail_stop', id, fields });
}
