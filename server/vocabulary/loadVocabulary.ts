import type { MetadataStorage } from '@mikro-orm/core';
import type pg from 'pg';

import { join, name, render, sql } from '#server/common/sql.ts';
import { type TermColumns, vocabularies, Vocabulary, type VocabularyName } from './Vocabulary.ts';

/** Reads all vocabularies from their tables: one statement each. */
export async function loadVocabulary(
  pool: Pick<pg.Pool, 'query'>,
  metadata: MetadataStorage,
): Promise<Vocabulary> {
  const read = async (vocabulary: VocabularyName): Promise<[VocabularyName, TermColumns[]]> => {
    const { tableName, properties } = metadata.getByClassName(vocabulary);
    const columns = Object.values(properties)
      .filter(({ fieldNames }) => fieldNames?.[0])
      .map((property) => sql`${name(property.fieldNames[0] ?? '')} as ${name(property.name)}`);
    const { rows } = await pool.query<TermColumns>(
      render(sql`select ${join(columns, ', ')} from ${name(tableName)} order by number`),
    );
    return [vocabulary, rows];
  };
  const all = await Promise.all(vocabularies.map(read));
  return new Vocabulary(Object.fromEntries(all) as Record<VocabularyName, TermColumns[]>);
}
