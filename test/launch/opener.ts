import { openEmbeddedDatabase } from '#server/launch/embeddedDatabase.ts';

/** Another process that has a database open: says its address, and lets go when its input ends. */
const [dataDir = ''] = process.argv.slice(2);
try {
  const database = await openEmbeddedDatabase({ dataDir, settings: { fsync: 'off' } });
  process.stdout.write(`${database.url}\n`);
  process.stdin.resume().once('end', () => void database.release().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`${(error as Error).name}: ${(error as Error).message}\n`);
  process.exit(1);
}
