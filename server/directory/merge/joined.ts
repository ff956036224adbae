import type { MergedField } from '#schema/directory/merge/MergedField.ts';
import type { Run } from '#server/common/inTransaction.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput, NotFound } from '#server/problems.ts';
import type { Mergeable } from './Mergeable.ts';
import type { Merging } from './Merging.ts';
import { moveBelongings } from './moveBelongings.ts';
import { type RowChange, rowChanges } from './rowChanges.ts';
import { scopesAsTheyAre } from './scopesAsTheyAre.ts';
import { type JsonRow, snapshot } from './snapshot.ts';
import { uniteAffiliations } from './uniteAffiliations.ts';
import { uniteConsents } from './uniteConsents.ts';
import { writeSurvivor } from './writeSurvivor.ts';

/** What came of joining two records: which rows changed, and how the two stood before. */
export interface Joined {
  readonly changes: readonly RowChange[];
  /** By identifier. */
  readonly versions: Readonly<Record<string, number>>;
  readonly haveDifferentNumbers: boolean;
}

interface Asked {
  readonly survivorId: string;
  readonly loserId: string;
  readonly taken: ReadonlySet<MergedField>;
}

/**
 * Føyer sammen. Makes one of two in the tables, and says what that changed. Nothing is kept or told of yet: whoever only wants to know what
 * would happen takes it back.
 *
 * Throws NOT_FOUND, CONFLICT (CHANGES_SCOPES, WOULD_BE_ITS_OWN_PARENT).
 */
export async function joined(
  run: Run,
  context: Context,
  of: Mergeable,
  { survivorId, loserId, taken }: Asked,
): Promise<Joined> {
  const ids: readonly [string, string] = [survivorId, loserId];
  const rows = await run<{ row: JsonRow & { id: string } }>(
    `select to_jsonb(r) as row from ${of.table} r
     where r.id = any($1::uuid[]) and r.merged_into is null order by r.id for update`,
    [ids],
  );
  const find = (id: string) => rows.find(({ row }) => row.id === id.toLowerCase())?.row;
  const [survivor, loser] = [find(survivorId), find(loserId)];
  if (!survivor || !loser || survivor['erased_at'] || loser['erased_at']) {
    throw new NotFound(of.type.name);
  }
  await refuseIfHeld(run, of, loserId);
  const merging: Merging = { run, context, of, survivor, loser, taken };
  const scopes = await scopesAsTheyAre(run, ids, context.today);
  const before = await snapshot(run, of, ids);
  await made(merging).catch(asRefusal);
  if (scopes !== (await scopesAsTheyAre(run, ids, context.today))) {
    throw new Conflict('CHANGES_SCOPES');
  }
  const after = await snapshot(run, of, ids);
  return {
    changes: rowChanges(of, before, after, context.personalKey),
    versions: Object.fromEntries([survivor, loser].map((it) => [it.id, Number(it['version'])])),
    haveDifferentNumbers:
      Boolean(survivor['number'] && loser['number']) && survivor['number'] !== loser['number'],
  };
}

async function made(merging: Merging): Promise<void> {
  await uniteAffiliations(merging);
  await uniteConsents(merging);
  await moveBelongings(merging);
  if (merging.of.kind === 'person') await closeLinks(merging);
  await writeSurvivor(merging);
}

async function refuseIfHeld(run: Run, { belongings }: Mergeable, loserId: string): Promise<void> {
  for (const { table, column } of belongings.filter(({ becomes }) => becomes === 'stops')) {
    const held = await run(`select from ${table} where ${column} = $1 limit 1`, [loserId]);
    if (held.length) throw new Conflict('CHANGES_SCOPES');
  }
}

/**
 * Whoever holds a letter to one of two records came by it before anybody said that they are of one person. It does not open what the other
 * one says: a new letter does.
 */
async function closeLinks({ run, survivor, loser, context }: Merging): Promise<void> {
  await run(
    `update personal_link set revoked_at = $2 where record_id = any($1::uuid[]) and record_kind = 'person' and revoked_at is null`,
    [[survivor.id, loser.id], context.now],
  );
}

/** What the tables promise of what lies above what. */
const circles = new Set([
  'no_organisation_lies_within_itself',
  'no_organisation_is_its_own_parent',
]);

/** Somewhere above the survivor stands the survivor itself: then it is the other one that must stay; or its days do not go together. */
function asRefusal(error: unknown): never {
  const { constraint = '' } = error as { constraint?: string };
  if (constraint === 'organisation_ends_after_it_begins') {
    throw new InvalidInput({ taken: 'ENDS_BEFORE_IT_BEGINS' });
  }
  throw circles.has(constraint) ? new Conflict('WOULD_BE_ITS_OWN_PARENT') : error;
}
