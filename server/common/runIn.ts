import type { Transaction } from '@mikro-orm/core';
import { CompiledQuery, type Kysely } from 'kysely';

import type { Run } from './inTransaction.ts';

/** Statements on the connection of MikroORM's transaction. */
export function runIn(transaction: Transaction): Run {
  const connection = transaction as Kysely<unknown>;
  return async <Row>(text: string, values: readonly unknown[] = []) => {
    const { rows } = await connection.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
    return rows;
  };
}
