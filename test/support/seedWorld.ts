import pg from 'pg';
import { inject } from 'vitest';

import { loadDemo } from '#seeds/demo.ts';
import { loadReference } from '#seeds/reference.ts';
import { runIn } from '#server/common/runIn.ts';
import { refreshDirectory } from '#server/directory/refreshDirectory.ts';
import { type Database, openDatabase } from '#server/orm.ts';
import { createDatabase, inDatabase } from './database.ts';
import { cloneOf, personalKey, today } from './world.ts';

/** Any number, as long as everybody takes the same. */
const lock = 7_411_902;

/** The register as the demo has it, in a database of one's own. Built once in a run, by whoever comes first. */
export async function openSeedWorld(): Promise<Database> {
  return cloneOf(inDatabase(inject('templateUrl'), await seeded()));
}

async function seeded(): Promise<string> {
  const name = `${inject('run')}_seeded`;
  const admin = new pg.Client({ connectionString: inject('clusterUrl') });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [lock]);
    const { rows } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rows.length) return name;
    const half = `${name}_half`;
    await createDatabase(
      inject('clusterUrl'),
      half,
      new URL(inject('templateUrl')).pathname.slice(1),
    );
    await fill(inDatabase(inject('templateUrl'), half));
    await admin.query(`alter database "${half}" rename to "${name}"`);
    return name;
  } finally {
    await admin.end();
  }
}

async function fill(url: string): Promise<void> {
  const database = await openDatabase({ url });
  try {
    await loadReference(database.orm.em);
    await loadDemo(database.orm.em, { today, key: personalKey });
    await database.orm.em.fork().transactional(async (em) => {
      const transaction = em.getTransactionContext();
      if (!transaction) throw new Error('Not in a transaction');
      await refreshDirectory(runIn(transaction), today);
    });
  } finally {
    await database.close();
  }
}
