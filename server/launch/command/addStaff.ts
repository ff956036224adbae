import { type Command, Option } from 'commander';

import { readConfiguration } from '#server/configuration.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { opened } from './opened.ts';
import { nameOf, roleCalled, staffRoles } from './roleNames.ts';
import { answer } from './say.ts';

async function staff({
  role,
  issuer,
  ...member
}: {
  role: string;
  issuer?: string;
  subject: string;
  name: string;
  email?: string;
}): Promise<void> {
  const configuration = readConfiguration(process.env);
  const from = issuer ?? configuration.openId?.issuer;
  if (!from) {
    throw new LaunchProblem(
      'Say whose sign-in it is: set OIDC_ISSUER and the other two, or give --issuer.',
    );
  }
  const { database } = await opened(configuration);
  const { admitByHand } = await import('#server/access/admitByHand.ts');
  const isNew = await admitByHand(
    { pool: database.pool, clock: () => new Date() },
    { email: null, ...member, issuer: from, role: roleCalled(role) },
  ).catch(lastAdministrator);
  answer(
    isNew
      ? `${member.name} may sign in, as ${nameOf(role)}.`
      : `${member.name} is known, and is ${nameOf(role)} from now on.`,
  );
}

function lastAdministrator(error: unknown): never {
  if ((error as { constraint?: string }).constraint !== 'staff_user_keeps_an_administrator') {
    throw error;
  }
  throw new LaunchProblem(
    'That is the last administrator, who stays one: give that role to somebody else first.',
    { cause: error },
  );
}

/** Slipper noen inn. */
export function addStaff(program: Command): void {
  program
    .command('staff')
    .description('Let somebody sign in, or give them another name or role.')
    .addOption(
      new Option('--role <role>', 'what they may do')
        .choices(staffRoles.map(nameOf))
        .makeOptionMandatory(),
    )
    .requiredOption('--subject <sub>', 'who they are to the identity provider')
    .requiredOption('--name <name>', 'what they are called')
    .option('--email <address>', 'for reading only')
    .option('--issuer <url>', 'whose sign-in it is; OIDC_ISSUER if left out')
    .action(staff);
}
