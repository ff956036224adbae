import { type Command, Option } from 'commander';

import { Role } from '#schema/access/Role.ts';
import type { KeptScope } from '#server/access/AccessScope.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import type { Samband } from '#server/launch/openSamband.ts';
import { opened } from './opened.ts';
import { nameOf, roleCalled, staffRoles } from './roleNames.ts';
import { answer, say } from './say.ts';

const lastsAtMost = 366;

const dayInMilliseconds = 24 * 60 * 60 * 1000;

async function token({
  role,
  label,
  days,
  scope: named,
}: {
  role: string;
  label: string;
  days: string;
  scope?: string;
}): Promise<void> {
  const lasting = Number(days);
  if (!Number.isInteger(lasting) || lasting < 1 || lasting > lastsAtMost) {
    throw new LaunchProblem(
      `--days must be a whole number from 1 to ${lastsAtMost}, and is "${days}".`,
    );
  }
  const { database } = await opened(readConfiguration(process.env));
  const { createToken } = await import('#server/access/createToken.ts');
  const clock = () => new Date();
  const expiresAt = new Date(clock().getTime() + lasting * dayInMilliseconds);
  const made = await createToken(
    { pool: database.pool, clock },
    {
      role: roleCalled(role),
      label,
      expiresAt,
      ...(named && { scope: await scopeOf(database, named) }),
    },
  );
  say(
    `It lasts until ${expiresAt.toISOString().slice(0, 10)} and is shown this once. Send it as "Authorization: Bearer …".`,
  );
  answer(made);
}

async function scopeOf({ pool }: Samband['database'], named: string): Promise<KeptScope> {
  const { scopeByHand } = await import('#server/access/scopeByHand.ts');
  const scope = await scopeByHand({ pool }, named);
  if (scope) return scope;
  throw new LaunchProblem(
    `--scope must be the code of an area, such as 0301, or the organisation number or id of a health trust or region, and is "${named}".`,
  );
}

/** Lager en nøkkel til API-et. */
export function addToken(program: Command): void {
  program
    .command('token')
    .description('Make a token with which another system asks the API, and print it.')
    .addOption(
      new Option('--role <role>', 'what it may do')
        .choices([...staffRoles, Role.SYSTEM].map(nameOf))
        .makeOptionMandatory(),
    )
    .option('--label <text>', 'what it is for', 'made on the command line')
    .option('--days <number>', 'how many days it lasts', '90')
    .option(
      '--scope <id>',
      'where it may do so: the code of an area, or the organisation number or id of a health trust or region; the whole country if left out',
    )
    .action(token);
}
