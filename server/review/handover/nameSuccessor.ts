import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import { newToken, newTypedCode } from '#server/access/link/typedCode.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import { logChange } from '#server/common/logChange.ts';
import type { Context } from '#server/context.ts';
import { type NamedSuccessor, sealSuccessor } from './NamedSuccessor.ts';
import { daysAfter } from './daysAfter.ts';

/** So long what somebody said of another waits; then it is forgotten. */
export const waitsDays = 30;

/** Who has taken over from whom, and how we know. */
export interface Naming {
  readonly id: string;
  readonly organisationId: string;
  /** What ends; null where nobody has said. */
  readonly affiliationId: string | null;
  readonly linkId: string | null;
  readonly through: VerificationMethod.LINK | VerificationMethod.PHONE;
  readonly language: LinkLanguage;
  readonly successor: NamedSuccessor;
}

/**
 * Sier hvem som har overtatt. Keeps who was named, sealed, and has them asked through their own channel; gives the identifier of what now
 * waits. The same person named again while it waits is one. Whoever says something else by the same link takes back what they said before.
 */
export async function nameSuccessor(
  run: Run,
  key: LinkKey,
  by: Pick<Context, 'viewer' | 'now' | 'today' | 'requestId'>,
  { id, organisationId, affiliationId, linkId, through, language, successor }: Naming,
): Promise<string> {
  // Of two who name somebody at once, the second sees what the first has said.
  await run('select from organisation where id = $1 for no key update', [organisationId]);
  const same = `${organisationId} ${affiliationId ?? ''} ${successor.channel} ${successor.value.toLowerCase()}`;
  const fingerprint = key.hashOf('fingerprint', same);
  const [known] = await run<{ id: string }>(
    `select id from succession where organisation_id = $1 and fingerprint = $2 and state in ('waiting', 'confirmed')`,
    [organisationId, fingerprint],
  );
  if (known) return known.id;
  if (linkId) await takeBackNaming(run, by, linkId);
  const [token, code] = [newToken(), newTypedCode()];
  await run(
    `insert into succession (id, organisation_id, affiliation_id, link_id, through, language, asked_by, asked_at, channel, sealed,
       fingerprint, token_hash, code_hash, expires_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      organisationId,
      affiliationId,
      linkId,
      through,
      language,
      by.viewer?.via === 'session' ? by.viewer.id : null,
      by.now,
      successor.channel,
      sealSuccessor(key, id, successor),
      fingerprint,
      key.hashOf('successor token', token),
      key.hashOf('successor code', code),
      daysAfter(by.today, waitsDays),
    ],
  );
  const fields = [{ field: 'organisationId', before: null, after: organisationId }];
  const verb = linkId ? 'nameSuccessor' : 'reportSuccession';
  await logChange(run, by, { verb }, { record: 'succession', id, fields });
  const sealed = key.seal(`${token} ${code}`, id);
  await addJob(run, 'askSuccessor', { successionId: id, sealed }, `successor ${id}`);
  return id;
}

/** Trekker tilbake. What was said by a link and waits, is no longer said; who was named is forgotten at once. */
export async function takeBackNaming(
  run: Run,
  by: Pick<Context, 'viewer' | 'now' | 'requestId'>,
  linkId: string,
): Promise<void> {
  const gone = await run<{ id: string; before: string }>(
    `with open as (
       select id, state from succession where link_id = $1 and state in ('waiting', 'confirmed') for update
     )
     update succession s set state = 'replaced', sealed = null, decided_at = $2 from open
     where s.id = open.id returning s.id, open.state as before`,
    [linkId, by.now],
  );
  for (const { id, before } of gone) {
    const fields = [{ field: 'state', before, after: SuccessionState.REPLACED }];
    await logChange(run, by, { verb: 'takeBackNaming' }, { record: 'succession', id, fields });
  }
}
