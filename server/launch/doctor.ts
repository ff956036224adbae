import { statfsSync } from 'node:fs';
import { createServer } from 'node:net';

import type { Asking } from '#server/access/AccessSettings.ts';
import { verifyReadLog } from '#server/access/verifyReadLog.ts';
import { type Configuration, readConfiguration } from '#server/configuration.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import type { OpenThings } from './OpenThings.ts';
import { openSamband } from './openSamband.ts';
import { dataFolder } from './postgresPlace.ts';

/** Something that was looked at: how it is, and if it is not well, what to do. */
export interface Finding {
  readonly isWell: boolean;
  readonly what: string;
}

const well = (what: string): Finding => ({ isWell: true, what });
const ill = (what: string): Finding => ({ isWell: false, what });

const leastSpace = 500 * 1024 * 1024;

/** Looks at everything that a start depends on, and goes on after what is not well. */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
  things: OpenThings,
): Promise<Finding[]> {
  const findings = [node()];
  let configuration: Configuration;
  try {
    configuration = readConfiguration(environment);
    findings.push(well('The settings can be read.'));
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error;
    return [...findings, ...error.message.split('\n').map(ill)];
  }
  findings.push(disk(configuration), ...(await register(configuration, things)));
  findings.push(await port(configuration), signIn(configuration));
  return findings;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18)
    ? well(`Node ${process.versions.node}.`)
    : ill(
        `Node ${process.versions.node} is too old: remove node_modules and run "npm start", which brings its own.`,
      );
}

function disk({ dataDir }: Configuration): Finding {
  try {
    const { bavail, bsize } = statfsSync(dataFolder(dataDir));
    const free = `${Math.round((bavail * bsize) / 1024 / 1024)} MB free for ${dataDir}`;
    return bavail * bsize > leastSpace ? well(`${free}.`) : ill(`Only ${free}: make room.`);
  } catch (error) {
    return ill((error as Error).message);
  }
}

async function register(configuration: Configuration, things: OpenThings): Promise<Finding[]> {
  try {
    const { database, migrated } = await openSamband(configuration, things, () => {});
    const { rows } = await database.pool.query<{ version: string; records: number }>(
      `select current_setting('server_version') as version,
         (select count(*) from organisation)::integer + (select count(*) from person)::integer as records`,
    );
    const kind = configuration.database ? 'The given' : 'The embedded';
    return [
      well(
        `${kind} database answers: PostgreSQL ${rows[0]?.version}, ${rows[0]?.records} records.`,
      ),
      well(
        migrated.length > 0
          ? 'The tables have been brought up to date.'
          : 'The tables are up to date.',
      ),
      well('The key opens what was sealed with it.'),
      await readLog(database.pool),
    ];
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error;
    return [ill(error.message)];
  }
}

async function readLog(pool: Asking): Promise<Finding> {
  const { fault, reads } = await verifyReadLog(pool, new Date());
  return fault
    ? ill(`${fault} Find out who can write in the database, and tell the privacy officer.`)
    : well(`The read log is as it was written: ${reads} reads.`);
}

/** A running server has its port; that is as it should be. */
async function port({ host, port: wanted }: Configuration): Promise<Finding> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.ErrnoException | null>();
  const server = createServer();
  server.once('error', resolve).listen(wanted, host, () => resolve(null));
  const error = await promise;
  await new Promise((closed) => server.close(closed));
  if (!error) return well(`Port ${wanted} is free.`);
  if (error.code !== 'EADDRINUSE')
    return ill(
      `Port ${wanted} on ${host} cannot be used (${error.message}): choose another with PORT and HOST.`,
    );
  const isOurs = await fetch(`http://${host}:${wanted}/health/live`, {
    signal: AbortSignal.timeout(2_000),
  })
    .then(async (response) => ((await response.json()) as { status?: string }).status === 'live')
    .catch(() => false);
  return isOurs
    ? well(`Samband runs on port ${wanted}.`)
    : ill(
        `Port ${wanted} is taken by another program: stop that, or choose another port with PORT.`,
      );
}

const signIn = ({ openId, isDemo }: Configuration): Finding => {
  if (openId) return well(`Staff sign in at ${openId.issuer}.`);
  return isDemo
    ? well('This is a demo: its sign-in page lists invented users.')
    : ill(
        'Nobody can sign in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET (or OIDC_CLIENT_KEY) to those of your identity provider.',
      );
};
