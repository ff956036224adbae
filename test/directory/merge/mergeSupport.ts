import type { Viewer } from '#server/access/Viewer.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

const documents = {
  organisation: `mutation ($input: MergeInput!) { merged: mergeOrganisations(input: $input) { id name version } }`,
  person: `mutation ($input: MergeInput!) { merged: mergePeople(input: $input) { id name version } }`,
};

interface Identified {
  readonly id: string;
}

/** Merges one into another, both as they are now. Gives what the API answered. */
export async function merge(
  world: World,
  kind: keyof typeof documents,
  survivor: Identified,
  loser: Identified,
  { viewer = anEditor(), ...more }: { viewer?: Viewer; [field: string]: unknown } = {},
) {
  const { rows } = await world.pool.query<{ id: string; version: number }>(
    `select id, version from ${kind} where id::text = any($1)`,
    [[survivor.id, loser.id]],
  );
  const versionOf = (id: string) => rows.find((row) => row.id === id)?.version ?? 1;
  const { data, errors } = await world.ask<{
    merged: { id: string; name: string; version: number };
  }>(viewer, documents[kind], {
    input: {
      survivorId: survivor.id,
      loserId: loser.id,
      survivorVersion: versionOf(survivor.id),
      loserVersion: versionOf(loser.id),
      ...more,
    },
  });
  return { merged: data?.merged, refusal: errors?.[0]?.extensions };
}

/** The latest merge into a record. */
export async function mergeInto(world: World, { id }: Identified): Promise<string> {
  const { rows } = await world.pool.query<{ id: string }>(
    'select id from merge where survivor_id = $1 and undone_at is null order by merged_at desc limit 1',
    [id],
  );
  return rows[0]?.id as string;
}

export async function unmerge(world: World, mergeId: string, viewer: Viewer = anEditor()) {
  const { data, errors } = await world.ask<{ unmerge: string }>(
    viewer,
    'mutation ($input: UnmergeInput!) { unmerge(input: $input) }',
    { input: { mergeId } },
  );
  return { back: data?.unmerge, refusal: errors?.[0]?.extensions };
}

/** Tables with a foreign key to an organisation or a person, and the columns that are keys. */
export async function foreignKeys(world: World): Promise<{ table: string; column: string }[]> {
  const { rows } = await world.pool.query<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as "table", a.attname as "column"
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.contype = 'f' and c.confrelid in ('organisation'::regclass, 'person'::regclass) order by 1, 2`,
  );
  return rows;
}

/** Every row of every table that points at an organisation or a person, and of those themselves and their entries; versions aside. */
export async function dump(world: World): Promise<Record<string, string[]>> {
  const tables = new Set((await foreignKeys(world)).map(({ table }) => table));
  const dumped: Record<string, string[]> = {};
  for (const table of [...tables.add('organisation').add('person').add('directory_entry')].sort()) {
    const { rows } = await world.pool.query<{ text: string }>(
      `select (to_jsonb(t) - 'version' - 'is_young')::text as text from ${table} t order by 1`,
    );
    // An entry lists a person's languages as they lie in the table.
    const isEntry = table === 'directory_entry';
    dumped[table] = rows.map(({ text }) => (isEntry ? inOrder(text) : text));
  }
  return dumped;
}

function inOrder(text: string): string {
  const row = JSON.parse(text) as { languages: number[] };
  return JSON.stringify({ ...row, languages: row.languages.toSorted((one, other) => one - other) });
}
