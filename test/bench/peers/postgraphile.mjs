import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// PostGraphile 5 over the register's tables and the functions beside this file, without its pages for developers. It lies in a
// folder of its own, where the bench installed it. Says where it answers; ends when the bench does.

const { DATABASE_URL, PEERS_FOLDER } = process.env;
const { resolve } = createRequire(`${PEERS_FOLDER}/package.json`);
const peer = (/** @type {string} */ name) => import(pathToFileURL(resolve(name)).href);

const [{ grafserv }, { default: pg }, { postgraphile }, { makePgService }, presets] =
  await Promise.all([
    peer('grafserv/node'),
    peer('pg'),
    peer('postgraphile'),
    peer('postgraphile/adaptors/pg'),
    peer('postgraphile/presets/amber'),
  ]);

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 8 });
const instance = postgraphile({
  extends: [presets.PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafserv: { graphiql: false, websockets: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port');
  process.stdout.write(`PostGraphile is ready on http://127.0.0.1:${address.port}\n`);
});
process.once('disconnect', () => process.exit());
process.on('SIGINT', () => undefined).once('SIGTERM', () => process.exit());
