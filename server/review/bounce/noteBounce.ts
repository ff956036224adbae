import type pg from 'pg';

import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { LinkedKind } from '#server/access/link/issueLink.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import type { Follower } from '#server/common/Follower.ts';
import { inTransaction, type Run } from '#server/common/inTransaction.ts';
import { markBounced } from './markBounced.ts';

export interface BounceSettings {
  readonly pool: Pick<pg.Pool, 'connect'>;
  readonly key: LinkKey;
  readonly personalKey: PersonalKey;
  readonly followers: readonly Follower[];
  readonly moment: () => Moment;
}

/** A message that came back: by its name, or by what was found on the way. */
export type CameBack =
  | { readonly id: string }
  | { readonly returnKey: string }
  | { readonly gatewayId: string };

/** A message as it was sent. */
export interface SentMessage {
  readonly id: string;
  readonly kind: LinkedKind;
  readonly contactPointId: string;
  readonly addressHash: string;
  readonly linkId: string | null;
  readonly madeAt: string;
}

const columns = `id, record_kind as kind, contact_point_id as "contactPointId", address_hash as "addressHash", link_id as "linkId",
  made_at as "madeAt"`;

/**
 * Noterer at noe kom i retur. The message has bounced, and so has its link; the contact point does not work from today, unless somebody has
 * corrected or tried it since the message was sent. `status`: why, by RFC 3463. False where there is no such message, or it was known.
 */
export async function noteBounce(
  settings: BounceSettings,
  message: CameBack,
  status: string,
): Promise<boolean> {
  const { now } = settings.moment();
  return inTransaction(settings.pool, async (run) => {
    const sent = await take(run, settings, message, 'bounced_at', status);
    if (!sent) return false;
    await run('update personal_link set bounced_at = $2 where id = $1 and bounced_at is null', [
      sent.linkId,
      now,
    ]);
    await run(
      'update review_request set bounced_at = $2 where link_id = $1 and bounced_at is null',
      [sent.linkId, now],
    );
    await markBounced(run, settings, sent);
    return true;
  });
}

/** Noterer at det ikke kom frem. The message did not get there, for a reason that says nothing of the address. */
export async function noteFailure(
  settings: BounceSettings,
  message: CameBack,
  status: string,
): Promise<boolean> {
  const { now } = settings.moment();
  return inTransaction(settings.pool, async (run) => {
    const sent = await take(run, settings, message, 'failed_at', status);
    if (!sent) return false;
    await run('update personal_link set failed_at = $2 where id = $1 and failed_at is null', [
      sent.linkId,
      now,
    ]);
    await run('update review_request set failed_at = $2 where link_id = $1 and failed_at is null', [
      sent.linkId,
      now,
    ]);
    return true;
  });
}

/** Takes down what became of a message, once. */
async function take(
  run: Run,
  { key, moment }: BounceSettings,
  message: CameBack,
  column: 'bounced_at' | 'failed_at',
  status: string,
): Promise<SentMessage | undefined> {
  const [which, value] = knownBy(key, message);
  const [sent] = await run<SentMessage>(
    `update sent_message set ${column} = $2, status = $3
     where ${which} = $1 and bounced_at is null and failed_at is null returning ${columns}`,
    [value, moment().now, status],
  );
  return sent;
}

function knownBy(key: LinkKey, message: CameBack): readonly [string, string] {
  if ('id' in message) return ['id', message.id];
  if ('gatewayId' in message) return ['gateway_id', message.gatewayId];
  return ['return_hash', key.hashOf('return path', message.returnKey)];
}
