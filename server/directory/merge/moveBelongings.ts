import type { Belonging } from './Belonging.ts';
import type { Merging } from './Merging.ts';

/** Flytter. Lets everything that points at the loser point at the survivor; of rows that are alike, the survivor's stays. */
export async function moveBelongings(merging: Merging): Promise<void> {
  for (const belonging of merging.of.belongings) {
    if (belonging.becomes !== 'moves' && belonging.becomes !== 'points') continue;
    // Consents are receipts, and united by a rule of their own.
    if (belonging.relation === 'consents') continue;
    await dropAlike(merging, belonging);
    await move(merging, belonging);
  }
}

async function dropAlike(
  { run, survivor, loser }: Merging,
  { table, column, alike }: Belonging,
): Promise<void> {
  if (!alike) return;
  const same = alike.map(
    (it) =>
      `${it.replaceAll(/\br\./g, 'theirs.')} is not distinct from ${it.replaceAll(/\br\./g, 'ours.')}`,
  );
  await run(
    `delete from ${table} theirs using ${table} ours
     where theirs.${column} = $2 and ours.${column} = $1 and ${same.join(' and ')}`,
    [survivor.id, loser.id],
  );
}

async function move(
  { run, survivor, loser }: Merging,
  { table, column, where = 'true', isInOrder }: Belonging,
): Promise<void> {
  const behind = isInOrder
    ? `, position = position + (
         select coalesce(max(ours.position) + 1, 0) from ${table} ours where ours.${column} = $1
       )`
    : '';
  await run(
    `update ${table} set ${column} = $1${behind}
     where ${column} = $2 and id <> all(array[$1::uuid, $2::uuid]) and ${where}`,
    [survivor.id, loser.id],
  );
}
