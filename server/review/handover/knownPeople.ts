import type { Context } from '#server/context.ts';

/** Somebody in the register who is reached in the same way as somebody else is said to be. */
export interface KnownSuccessor {
  readonly id: string;
  readonly name: string;
}

/** De vi kjenner fra før. The one person who is reached by each of these values; nobody where several are. By the blind index: nothing is opened. */
export async function knownPeople(
  { database, personalKey }: Pick<Context, 'database' | 'personalKey'>,
  values: readonly string[],
): Promise<ReadonlyMap<string, KnownSuccessor>> {
  if (!values.length) return new Map();
  const indexes = new Map(values.map((it) => [personalKey.blindIndex(it).toString('base64'), it]));
  const { rows } = await database.pool.query<KnownSuccessor & { at: string }>(
    `select distinct translate(encode(c.value_index, 'base64'), e'\\n', '') as at, p.id,
       trim(p.given_name || ' ' || p.family_name) as name
     from person_contact_point c join person p on p.id = c.person_id
     where c.value_index = any($1::bytea[]) and p.erased_at is null and p.archived_on is null and p.merged_into is null`,
    [[...indexes.keys()].map((it) => Buffer.from(it, 'base64'))],
  );
  const byValue = Map.groupBy(rows, ({ at }) => indexes.get(at) ?? '');
  return new Map(
    [...byValue].flatMap(([value, people]) => {
      const [one, ...others] = people;
      return one && !others.length ? [[value, { id: one.id, name: one.name }] as const] : [];
    }),
  );
}
