import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { Role } from '#schema/access/Role.ts';
import { consentInAnyLanguage } from '#schema/person/consentInAnyLanguage.ts';
import { SuccessionState } from '#schema/review/handover/SuccessionState.ts';
import type { LinkKey } from '#server/access/link/LinkKey.ts';
import type { Moment } from '#server/access/link/linkSession.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { Run } from '#server/common/inTransaction.ts';
import { logChange } from '#server/common/logChange.ts';
import { daysAfter } from './daysAfter.ts';
import { waitsDays } from './nameSuccessor.ts';
import { type NamedSuccessor, sealSuccessor } from './NamedSuccessor.ts';

/** Who answers, when, and by which request. */
export interface Answering extends Moment {
  readonly requestId: string;
}

/** Nobody with an account, who may nothing else: known by what they were asked. */
export const successorViewer = (id: string): Viewer => ({
  id,
  name: '',
  role: Role.PERSON,
  permissions: new Set(),
  via: 'link',
  scope: null,
  breakGlass: null,
  sessionId: null,
  steppedUpAt: null,
});

/**
 * Den nye sier ja. Notes it, with the text that it was said to, and what they are called as they write it themselves; an editor looks at it.
 * False where it no longer waits. Twice is once: what was first said yes to stays.
 */
export async function confirmSuccession(
  run: Run,
  key: LinkKey,
  by: Answering,
  { id, successor, language }: { id: string; successor: NamedSuccessor; language: LinkLanguage },
): Promise<boolean> {
  const [row] = await run<{ state: SuccessionState }>(
    'select state from succession where id = $1 and expires_on >= $2::date for update',
    [id, by.today],
  );
  if (row?.state === SuccessionState.CONFIRMED) return true;
  if (row?.state !== SuccessionState.WAITING) return false;
  const { wording } = consentInAnyLanguage('register_care', language);
  await run(
    `update succession set state = 'confirmed', confirmed_at = $2, sealed = $3, language = $4, consent_language = $5,
       consent_version = $6, consent_hash = $7, expires_on = $8 where id = $1`,
    [
      id,
      by.now,
      sealSuccessor(key, id, successor),
      language,
      wording.language,
      wording.version,
      wording.hash,
      daysAfter(by.today, waitsDays),
    ],
  );
  await logAnswer(run, by, id, SuccessionState.CONFIRMED);
  return true;
}

/** Den nye sier nei. Forgets who was named, at once. False where it no longer waits. */
export async function declineSuccession(run: Run, by: Answering, id: string): Promise<boolean> {
  const [declined] = await run<{ before: string }>(
    `with open as (
       select id, state from succession where id = $1 and state in ('waiting', 'confirmed') for update
     )
     update succession s set state = 'declined', sealed = null, decided_at = $2 from open
     where s.id = open.id returning open.state as before`,
    [id, by.now],
  );
  if (!declined) return false;
  await logAnswer(run, by, id, SuccessionState.DECLINED, declined.before);
  return true;
}

const logAnswer = (
  run: Run,
  by: Answering,
  id: string,
  after: SuccessionState,
  before: string = SuccessionState.WAITING,
): Promise<unknown> =>
  logChange(
    run,
    { ...by, viewer: successorViewer(id) },
    { verb: 'answerSuccession' },
    { record: 'succession', id, fields: [{ field: 'state', before, after }] },
  );

/** Glemmer. What was said of others and has waited its days is forgotten: nobody answered, or nobody looked at it. Gives how many. */
export async function forgetSuccessions(run: Run, today: string, now: Date): Promise<number> {
  const forgotten = await run(
    `update succession set sealed = null, state = case when state in ('waiting', 'confirmed') then 'expired' else state end,
       decided_at = coalesce(decided_at, $2)
     where sealed is not null and expires_on < $1::date returning id`,
    [today, now],
  );
  return forgotten.length;
}
