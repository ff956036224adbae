import type { Run } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';
import { fullName, type NamedSuccessor } from './NamedSuccessor.ts';
import type { SuccessionRow } from './successionRows.ts';

/** Whoever pressed the wrong key has taken it back by then. */
const delay = 20;

/** Whom a succession is told of, and in which language. */
export interface Told {
  readonly name: string;
  readonly channel: string;
  readonly value: string;
  readonly language: string;
}

/** Those to whom it is told what came of it. */
export interface BothTold {
  readonly successor: Told | null;
  readonly predecessor: Told | null;
}

/**
 * Sier fra om litt. Has both hear what came of it, in a while. Where they are written to is looked up before anything goes, and sealed for
 * the queue: whoever leaves may not be in the register any more when the letter is written.
 */
export async function tellLater(
  run: Run,
  { linkKey, personalKey }: Pick<Context, 'linkKey' | 'personalKey'>,
  { id, linkId, language, confirmedAt }: SuccessionRow,
  successor: NamedSuccessor | null,
): Promise<void> {
  const [old] = linkId
    ? await run<{
        language: string;
        name: string | null;
        address: string | null;
        sealed: Buffer | null;
        channel: string;
        pointId: string;
      }>(
        `select l.language, l.contact_point_id as "pointId", coalesce(o.name, trim(p.given_name || ' ' || p.family_name)) as name,
           c.value as address, pc.sealed_value as sealed, coalesce(c.channel, pc.channel) as channel
         from personal_link l
         left join organisation o on o.id = l.organisation_id
         left join organisation_contact_point c on c.id = l.contact_point_id and c.organisation_id = o.id and c.channel in ('email', 'sms')
         left join person p on p.id = l.person_id
         left join person_contact_point pc on pc.id = l.contact_point_id and pc.person_id = p.id and pc.channel in ('email', 'sms')
         where l.id = $1`,
        [linkId],
      )
    : [];
  const value =
    old?.address ?? (old?.sealed ? personalKey.open(old.sealed, old.pointId) : undefined);
  const both: BothTold = {
    // Who has not answered yet has nothing to be told of.
    successor:
      successor && confirmedAt
        ? {
            name: fullName(successor),
            channel: successor.channel,
            value: successor.value,
            language,
          }
        : null,
    predecessor:
      old && value
        ? { name: old.name ?? '', channel: old.channel, value, language: old.language }
        : null,
  };
  const sealed = linkKey.seal(JSON.stringify(both), id);
  await addJob(run, 'tellSuccession', { successionId: id, sealed }, `succession ${id}`, delay);
}
