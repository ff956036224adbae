import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { GraphQLSchema } from 'graphql';

import type { World } from '#test/support/world.ts';

/** Beholdning. What a world holds that a question may name. */
export interface Holdings {
  /** The codes, or else the identifiers, of the rows of each type; those that most others point at come first. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly days: readonly string[];
  /** What names of things and of people consist of. */
  readonly texts: readonly string[];
}

/** Looks through the tables of all types that the API shows. */
export async function holdingsOf(world: World, schema: GraphQLSchema): Promise<Holdings> {
  const keys = new Map<string, string[]>();
  const days = new Set<string>();
  const texts = new Set<string>();
  const tables = [...world.em.getMetadata().getAll().values()].filter(
    ({ abstract, className }) => !abstract && schema.getType(className),
  );
  for (const meta of tables) {
    const columns = Object.values(meta.properties as Record<string, EntityProperty>);
    keys.set(meta.className, await keysOf(world, meta, tables));
    for (const { name, columnTypes, fieldNames } of columns) {
      const [type] = columnTypes ?? [];
      const isName = type === 'text' && /name|number/i.test(name);
      if (type !== 'date' && !isName) continue;
      const found = await values(
        world,
        `select distinct "${fieldNames[0]}"::text from "${meta.tableName}" where "${fieldNames[0]}" is not null`,
      );
      for (const value of found) (isName ? texts : days).add(value);
    }
  }
  return { keys, days: [...days].sort(), texts: [...texts].sort() };
}

function keysOf(
  world: World,
  meta: EntityMetadata,
  tables: readonly EntityMetadata[],
): Promise<string[]> {
  const key = 'code' in meta.properties ? 'code' : 'id';
  const pointers = tables.flatMap(({ tableName, properties }) =>
    Object.values(properties as Record<string, EntityProperty>)
      .filter(({ kind, targetMeta }) => kind === 'm:1' && targetMeta === meta)
      .map(({ fieldNames }) => `select "${fieldNames[0]}" as it from "${tableName}"`),
  );
  const primary = meta.primaryKeys[0] ?? key;
  const pointed = ['select null as it limit 0', ...pointers].join(' union all ');
  return values(
    world,
    `select ${key}::text from "${meta.tableName}" left join (${pointed}) as pointed on it::text = "${primary}"::text
     group by ${key} order by count(it) desc, ${key}`,
  );
}

async function values({ pool }: World, text: string): Promise<string[]> {
  const { rows } = await pool.query<[string]>({ text, rowMode: 'array' });
  return rows.map(([value]) => value);
}
