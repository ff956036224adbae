import { Argument, type Command, Option } from 'commander';

import { Purpose } from '#schema/access/Purpose.ts';
import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { ExportSeparator } from '#schema/directory/export/ExportSeparator.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { readConfiguration } from '#server/configuration.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { Problem } from '#server/problems.ts';
import { opened } from './opened.ts';
import { say } from './say.ts';

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
  const { exportByHand } = await import('#server/launch/exportByHand.ts');
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

const several = (value: string, others: string[] = []): string[] => [...others, value];

/** Tar ut en del av registeret. */
export function addExport(program: Command): void {
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
}
