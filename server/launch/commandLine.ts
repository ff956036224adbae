import { Argument, Command, CommanderError, Option } from 'commander';

import { Purpose } from '#schema/access/Purpose.ts';
import { Role } from '#schema/access/Role.ts';
import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { ExportSeparator } from '#schema/directory/export/ExportSeparator.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import type { KeptScope } from '#server/access/AccessScope.ts';
import { isForStaff } from '#server/access/rolesFor.ts';
import { type Configuration, readConfiguration } from '#server/configuration.ts';
import { Problem } from '#server/problems.ts';
import { LaunchProblem } from './LaunchProblem.ts';
import { OpenThings } from './OpenThings.ts';
import type { Samband } from './openSamband.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const answer = (line: string) => void process.stdout.write(`${line}\n`);
let isInterrupted = false;
const things = new OpenThings((error) => say((error as Error).message));

/** Opens the register as the server does: beside it where it runs, else starting its database for as long as we work. */
async function opened(configuration: Configuration): Promise<Samband> {
  const { openSamband } = await import('./openSamband.ts');
  return openSamband(configuration, things, say);
}

async function migrate(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { migrateByHand } = await import('./migrateByHand.ts');
  const ran = configuration.database
    ? await migrateByHand(configuration.database, configuration)
    : (await opened(configuration)).migrated;
  for (const name of ran) answer(name);
  answer(ran.length > 0 ? 'The tables are up to date now.' : 'The tables were up to date.');
}

async function seed(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const samband = await opened(configuration);
  const { lackOf, loadRegister } = await import('./loadRegister.ts');
  const { world } = await lackOf(samband, configuration);
  await loadRegister(samband, { reference: true, world }, say);
  const { rows } = await samband.database.pool.query<{ organisations: number; people: number }>(
    `select (select count(*) from organisation)::integer as organisations,
       (select count(*) from person)::integer as people`,
  );
  answer(
    `The register holds ${rows[0]?.organisations} organisations and ${rows[0]?.people} people.`,
  );
}

const mostOrganisations = 9_999_999;
const longestSeed = 100;

async function synthesise({
  organisations,
  seed,
}: {
  organisations: string;
  seed: string;
}): Promise<void> {
  const count = Number(organisations);
  if (!/^\d+$/.test(organisations) || count < 1 || count > mostOrganisations) {
    throw new LaunchProblem(
      `--organisations must be a whole number from 1 to ${mostOrganisations}, and is "${organisations}".`,
    );
  }
  if (seed.trim() === '' || seed.length > longestSeed) {
    throw new LaunchProblem(`--seed must be a text of 1 to ${longestSeed} characters.`);
  }
  const configuration = readConfiguration(process.env);
  if (!configuration.isDemo) {
    throw new LaunchProblem(
      'This register is not a demo, and nothing invented may get into it: set SAMBAND_DEMO=on only where nobody depends on what the register says.',
    );
  }
  const samband = await opened(configuration);
  const { lackOf, loadRegister } = await import('./loadRegister.ts');
  const lack = await lackOf(samband, configuration);
  if (lack.reference || lack.world) await loadRegister(samband, lack, say);
  const { synthesise: fill } = await import('./synthesise.ts');
  const begun = Date.now();
  const made = await fill(samband, { organisations: count, seed }, say).catch(fullDisk);
  const seconds = Math.round((Date.now() - begun) / 1000);
  answer(
    made > 0
      ? `${made} organisations and ${made * 3} people were made in ${seconds} s.`
      : 'They were there already: nothing was made.',
  );
}

function fullDisk(error: unknown): never {
  if ((error as { code?: string }).code !== '53100') throw error;
  throw new LaunchProblem(
    'The disk of the database is full: free some space and run it again, and it goes on from where it came to.',
    { cause: error },
  );
}

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

const staffRoles = Object.values(Role).filter(isForStaff);

/** As people write it: programme-lead. */
const nameOf = (role: string) => role.toLowerCase().replaceAll('_', '-');
const roleCalled = (name: string) =>
  Object.values(Role).find((role) => nameOf(role) === nameOf(name)) as Role;

async function verifyReads({ through }: { through?: string }): Promise<void> {
  const known = through === undefined ? null : /^(\d+):([0-9a-f]{64})$/.exec(through);
  if (through !== undefined && !known) {
    throw new LaunchProblem(
      '--through must be a batch and its hash as this command prints them, such as 17:5f3c….',
    );
  }
  const { database } = await opened(readConfiguration(process.env));
  const { verifyReadLog } = await import('#server/access/verifyReadLog.ts');
  const { fault, batches, reads, head } = await verifyReadLog(
    database.pool,
    new Date(),
    known && { batch: Number(known[1]), hash: known[2] as string },
  );
  if (fault) throw new LaunchProblem(fault);
  answer(`The read log is whole: ${reads} reads in ${batches} batches.`);
  answer(`It ends at ${head.batch}:${head.hash}`);
  say('Keep its end apart from the database: --through tells later whether anything was cut off.');
}

async function dropReads(): Promise<void> {
  const { ownerUrl } = await opened(readConfiguration(process.env));
  const { dropOldReads, monthsKept } = await import('#server/access/dropOldReads.ts');
  const { default: pg } = await import('pg');
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  things.add(() => owner.end());
  const months = await dropOldReads(owner, new Date());
  for (const month of months) answer(month);
  answer(
    months.length > 0
      ? 'The reads of these months are gone; the chain stays.'
      : `No reads are older than ${monthsKept} months: nothing was dropped.`,
  );
}

async function openedRegisters(configuration: Configuration, setting: 'BRREG_URL' | 'KLASS_URL') {
  const { openRegisters } = await import('#server/directory/register/openRegisters.ts');
  const registers = openRegisters(configuration, () => new Date());
  const isSet = setting === 'BRREG_URL' ? registers?.asksBrreg : registers?.asksKlass;
  if (registers && isSet) return registers;
  const usual = {
    BRREG_URL: 'https://data.brreg.no',
    KLASS_URL: 'https://data.ssb.no/api/klass/v1',
  };
  throw new LaunchProblem(
    `${setting} is not set, so nobody is asked: set it to ${usual[setting]}, and REGISTER_CONTACT to an address for those who run it.`,
  );
}

/** Whoever started it can start it again; what was done until then is done. */
function noAnswer(error: unknown): never {
  const { name } = error as Error;
  if (name !== 'Unreachable' && name !== 'ToldToWait') throw error;
  throw new LaunchProblem(
    'The register does not answer. What was read until now is kept: run it again later, and it goes on from there.',
    { cause: error },
  );
}

async function watchOthers(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const registers = await openedRegisters(configuration, 'BRREG_URL');
  const { pool } = (await opened(configuration)).database;
  const { watchRegisters } = await import('#server/directory/register/watchRegisters.ts');
  const { areasByCode } = await import('#server/directory/register/registerTasks.ts');
  const { updates, looks, proposals, left } = await watchRegisters({
    pool,
    registers,
    clock: () => new Date(),
    areaOf: await areasByCode(pool),
  }).catch(noAnswer);
  answer(
    `${updates} happenings were read and ${looks} organisations looked up: ${proposals} new proposals on the work list.`,
  );
  if (left > 0) answer(`${left} could not be looked up, and wait for the next time.`);
}

async function watchMunicipalities({ adopt }: { adopt?: boolean }): Promise<void> {
  const configuration = readConfiguration(process.env);
  const registers = await openedRegisters(configuration, 'KLASS_URL');
  const { pool } = (await opened(configuration)).database;
  const { watchAreas } = await import('#server/directory/register/watchAreas.ts');
  const { changes, missing } = await watchAreas({ pool, registers, clock: () => new Date() }).catch(
    noAnswer,
  );
  for (const { oldCode, oldName, changedOn, successors } of changes) {
    const into = successors.map(({ code, name }) => `${code} ${name}`).join(' or ');
    answer(`${oldCode} ${oldName} is ${into} from ${changedOn}`);
  }
  answer(
    changes.length > 0
      ? 'Organisations that belong to those are on the work list from that day.'
      : 'No municipality has changed that we had not heard of.',
  );
  if (!missing.length) return;
  if (!adopt) {
    const codes = missing.map(({ code, name }) => `${code} ${name}`).join(', ');
    answer(`Samband does not have ${codes}: run it with --adopt to take them in.`);
    return;
  }
  const { adoptAreas } = await import('#server/directory/register/adoptAreas.ts');
  const { adopted, homeless } = await adoptAreas(pool);
  if (adopted.length) answer(`Taken in: ${adopted.join(', ')}. Start Samband anew to see them.`);
  if (homeless.length) answer(`Not taken in, for we lack their county: ${homeless.join(', ')}.`);
}

interface ExportOptions {
  readonly as: string;
  readonly purpose: string;
  readonly format: string;
  readonly text?: string;
  readonly language?: string[];
  readonly area?: string[];
  readonly topic?: string[];
  readonly community?: string[];
  readonly trust?: string;
  readonly contactPeople?: boolean;
  readonly separator: string;
  readonly reason?: string;
  readonly out?: string;
}

/** What may be taken out, and what that is to the API. */
const exportKinds = {
  organisations: [RecordKind.ORGANISATION],
  people: [RecordKind.PERSON],
  all: [RecordKind.ORGANISATION, RecordKind.PERSON],
  hsds: [RecordKind.ORGANISATION],
} as const;

async function takeOut(kind: keyof typeof exportKinds, options: ExportOptions): Promise<void> {
  const { as, purpose, format, text, trust, contactPeople, separator, reason, out } = options;
  const samband = await opened(readConfiguration(process.env));
  const { exportByHand } = await import('./exportByHand.ts');
  const { contactPersonColumns } = await import('#server/directory/export/exportColumns.ts');
  const every = Object.values(ExportColumn);
  let told = Date.now();
  const made = await exportByHand(
    samband,
    {
      as,
      to: out ?? null,
      records: [...exportKinds[kind]],
      format: kind === 'hsds' ? ExportFormat.HSDS : (underlined(format) as ExportFormat),
      purpose: underlined(purpose) as Purpose,
      text: text ?? null,
      filter: {
        languages: options.language ?? null,
        areas: options.area ?? null,
        topics: options.topic ?? null,
        communities: options.community ?? null,
        trust: trust ?? null,
      },
      columns: contactPeople ? every : every.filter((it) => !contactPersonColumns.has(it)),
      contactPeople: contactPeople ?? false,
      separator: separator === 'comma' ? ExportSeparator.COMMA : ExportSeparator.SEMICOLON,
      reason: reason ?? null,
    },
    (bytes) => {
      if (Date.now() - told < 2_000) return;
      told = Date.now();
      say(`${Math.round(bytes / 1_000_000)} MB so far.`);
    },
  ).catch(refusedExport);
  say(
    `${made.organisations} organisations and ${made.people} people were taken out; of ${made.peopleShown} people it says how they are reached, and each of them is in the read log.`,
  );
}

/** A refusal, in a sentence. */
function refusedExport(error: unknown): never {
  if (!(error instanceof Problem)) throw error;
  const { code, fields = {} } = error.extensions as {
    code: string;
    fields?: Record<string, string>;
  };
  const [[field, why] = []] = Object.entries(fields);
  const sentences: Record<string, string> = {
    NOTHING_FOUND: 'Nothing was found, so there is nothing to take out.',
    TOO_MANY: 'There are too many for this format: narrow the search, or choose another.',
    REQUIRED: 'With more than 50 people in an hour it takes --reason, in 15 characters or more.',
    TOO_SHORT: 'The reason must say why, in 15 characters or more.',
    FORBIDDEN: 'Whom --as names may not take this out for this purpose.',
  };
  throw new LaunchProblem(sentences[why ?? code] ?? `${field ?? code}: ${why ?? error.message}.`, {
    cause: error,
  });
}

const hyphened = (text: string): string => text.replaceAll('_', '-');
const underlined = (text: string): string => text.replaceAll('-', '_');

async function importFrom(
  file: string,
  { mapping, dryRun = false, yes = false }: { mapping?: string; dryRun?: boolean; yes?: boolean },
): Promise<void> {
  const samband = await opened(readConfiguration(process.env));
  const [{ surroundingsOf }, { contextForOthers }, { importFile }] = await Promise.all([
    import('./openSamband.ts'),
    import('#server/workRoom.ts'),
    import('./importFile.ts'),
  ]);
  const contextFor = contextForOthers(await surroundingsOf(samband), () => new Date());
  const agree = async (question: string) =>
    yes || (process.stdin.isTTY && (await saidYes(question)));
  await importFile(
    contextFor({ id: null, via: 'system', scope: null }),
    { file, mapping, dryRun, agree },
    { say, answer },
  );
}

async function saidYes(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|j|ja)$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

async function doctor(): Promise<void> {
  const { examine } = await import('./doctor.ts');
  const findings = await examine(process.env, things);
  for (const { isWell, what } of findings) answer(`${isWell ? '✓' : '✗'} ${what}`);
  const ill = findings.filter(({ isWell }) => !isWell).length;
  if (ill > 0)
    throw new LaunchProblem(ill === 1 ? 'One thing to see to.' : `${ill} things to see to.`);
  answer('All is well.');
}

/** Kommandolinjen. What is done to the register from a terminal. */
const program = new Command('npm run samband --')
  .description('Looks after a register from the command line.')
  .helpCommand(false)
  .showSuggestionAfterError()
  .exitOverride()
  .configureOutput({ writeErr: (text) => say(asSentence(text)) });

program.command('migrate').description('Bring the tables up to date.').action(migrate);

program
  .command('seed')
  .description(
    'Load the reference data, and into the register of a demo without people an invented world.',
  )
  .action(seed);

program
  .command('synthesise')
  .description(
    'Fill the register of a demo with so many invented organisations, and three times as many people. It may be stopped and run again: it makes what is missing.',
  )
  .requiredOption(
    '--organisations <number>',
    `how many there are to be, from 1 to ${mostOrganisations}`,
  )
  .option(
    '--seed <text>',
    'what they follow from: the same seed gives the same register',
    'samband',
  )
  .action(synthesise);

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

program
  .command('verify-read-log')
  .description(
    'Work out anew whether the log of who has read how people are reached is as it was written.',
  )
  .option('--through <batch:hash>', 'an end that was printed before, and kept elsewhere')
  .action(verifyReads);

program
  .command('drop-old-reads')
  .description('Drop the months of the read log that are older than 24 months.')
  .action(dropReads);

program
  .command('watch-registers')
  .description(
    'Read what has happened in Enhetsregisteret since the last time, and propose what is news of our organisations. A server does it each morning by itself.',
  )
  .action(watchOthers);

program
  .command('watch-areas')
  .description(
    'Ask Klass which municipalities have changed. A server does it each Monday by itself.',
  )
  .option('--adopt', 'take new municipalities into our list of areas')
  .action(watchMunicipalities);

const several = (value: string, others: string[] = []): string[] => [...others, value];

program
  .command('export')
  .description(
    'Take a part of the register out of it, in the name of somebody on the staff: by their rules, and with the same traces as from the screens.',
  )
  .addArgument(new Argument('<kind>', 'what').choices(Object.keys(exportKinds)))
  .requiredOption('--as <who>', 'in whose name: the address or id of somebody who may')
  .addOption(
    new Option('--purpose <purpose>', 'what for')
      .choices(Object.values(Purpose).map(hyphened))
      .makeOptionMandatory(),
  )
  .addOption(
    new Option('--format <format>', 'in which form; hsds has its own')
      .choices([
        ExportFormat.CSV,
        ExportFormat.XLSX,
        ExportFormat.VCARD,
        hyphened(ExportFormat.CONTACT_SHEET),
      ])
      .default(ExportFormat.CSV),
  )
  .option('--text <words>', 'words to look for, as the search has them')
  .option('--language <code>', 'only with this language; may be said several times', several)
  .option('--area <code>', 'only what serves this area; may be said several times', several)
  .option('--topic <code>', 'only with this topic; may be said several times', several)
  .option('--community <code>', 'only what reaches these; may be said several times', several)
  .option('--trust <id>', 'only what serves the catchment of this health trust')
  .option('--contact-people', 'with whom to ask first in each organisation')
  .addOption(
    new Option('--separator <sign>', 'between the cells of a text file')
      .choices(['semicolon', 'comma'])
      .default('semicolon'),
  )
  .option('--reason <text>', 'why, where there are more than 50 people in it')
  .option('--out <file>', 'where to; the standard output if left out')
  .action(takeOut);

program
  .command('import')
  .argument('<file>', 'CSV or Excel (.xlsx)')
  .description(
    'Bring in organisations from a spreadsheet, as one batch that can be undone. The rows that are refused are written beside it, with line and reason.',
  )
  .option('--mapping <file>', 'what the columns say, as JSON: {"heading": "field"}')
  .option('--dry-run', 'only tell what would be done')
  .option('--yes', 'do it without asking')
  .action(importFrom);

program
  .command('doctor')
  .description('Look for what keeps Samband from working, and say what to do about it.')
  .action(doctor);

/** commander says "error: unknown option '--x'"; people read sentences. */
function asSentence(text: string): string {
  const [first = '', ...rest] = text
    .replace(/^error: /, '')
    .trimEnd()
    .split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  return [/[.?!:]$/.test(sentence) ? sentence : `${sentence}: see --help.`, ...rest].join(' ');
}

async function main(): Promise<number> {
  try {
    if (process.argv.length === 2) {
      program.outputHelp();
      return 0;
    }
    await program.parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Whoever told us to stop has closed the database under what was going on.
    if (isInterrupted) return 130;
    say(error instanceof LaunchProblem ? error.message : String((error as Error).stack ?? error));
    return 1;
  } finally {
    await things.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(signal, () => {
    if (isInterrupted) return;
    isInterrupted = true;
    // What was under way is undone by the database, which we may be the last to let go of.
    void things.closeAtOnce().finally(() => process.exit(130));
  });
}

const code = await main();
if (!isInterrupted) process.exit(code);
