import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { type FewPeople, mostPeopleAnHour, type RecordCount } from './chosenRecords.ts';

interface TakenOut {
  /** Of whom it is not noted who they are. */
  readonly unknown: number;
  /** Each once, with those of this file. */
  readonly known: number;
}

/**
 * Må begrunnes. Whether it takes a reason to take these out: with them, whoever asks has taken out more different people in an hour than a
 * working day's, or may still fetch them.
 */
export async function needsReason(
  run: Run,
  { viewer, now }: Pick<Context, 'viewer' | 'now'>,
  { people, personIds }: Pick<RecordCount, 'people'> & FewPeople,
): Promise<boolean> {
  if (people === 0) return false;
  if (!personIds) return true;
  const [taken] = await run<TakenOut>(
    `with earlier as (
       select people, person_ids from export
       where by_id = $1 and at > $2::timestamptz - interval '1 hour' and (state <> 'prepared' or expires_at > $2)
     )
     select (select coalesce(sum(people), 0) from earlier where person_ids is null)::integer as unknown,
       (select count(*) from (select unnest(person_ids) from earlier union select unnest($3::uuid[])) as everybody)::integer as known`,
    [viewer?.id, now, personIds],
  );
  return (taken?.unknown ?? 0) + (taken?.known ?? 0) > mostPeopleAnHour;
}

/** Whom the files of earlier hours held is forgotten. Rows that others are about to forget are left to them. */
export const forgetPeople = (run: Run, { now }: Pick<Context, 'now'>): Promise<unknown> =>
  run(
    `update export set person_ids = null where id in (
       select id from export where person_ids is not null and at <= $1::timestamptz - interval '1 hour' for update skip locked
     )`,
    [now],
  );
