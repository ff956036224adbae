import { Field, ID, InputType, Int } from 'type-graphql';

import { ImportField } from '#schema/directory/import/ImportField.ts';
import { ImportPolicy } from '#schema/directory/import/ImportPolicy.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { inTransaction } from '#server/common/inTransaction.ts';
import { addJob } from '#server/common/job/addJob.ts';
import type { Context } from '#server/context.ts';
import { Conflict, InvalidInput } from '#server/problems.ts';
import { type MappedColumn, mayComeTwice, policiesOf } from './fields.ts';
import { lockImport } from './planning.ts';
import { saveMapping } from './savedMapping.ts';
import { ensureTheirs } from './theirImport.ts';

@InputType({ description: 'What a column is to say.' })
export class MappedColumnInput {
  @Field(() => Int, { description: 'Its place in the file; 0 is the first.' })
  column!: number;

  @Field(() => ImportField, { description: 'What it says of an organisation.' })
  field!: ImportField;

  @Field(() => ImportPolicy, {
    nullable: true,
    description: 'What it may do to what stands in the register; the careful way if left out.',
  })
  policy?: ImportPolicy | null;
}

@InputType({ description: 'How the columns of a file are to be taken.' })
export class MapImportColumnsInput {
  @Field(() => ID, { description: 'The UUID of the import.' })
  importId!: string;

  @Field(() => Int, { description: 'The version that one saw.' })
  expectedVersion!: number;

  @Field(() => [MappedColumnInput], { description: 'Columns that are left out stay as they are.' })
  columns!: MappedColumnInput[];

  @Field(() => OrganisationKind, {
    nullable: true,
    description: 'What sort of body new organisations are whose rows do not say.',
  })
  kind?: OrganisationKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a file with the same headings is to be taken so the next time.',
  })
  remember?: boolean | null;
}

/**
 * Koble kolonner. Says what the columns of a file mean; then every row is compared anew.
 *
 * Throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, CONFLICT (STALE_VERSION, NOT_READY).
 */
export async function mapImportColumns(
  context: Context,
  { importId: id, expectedVersion, columns, kind, remember }: MapImportColumnsInput,
): Promise<string> {
  await ensureTheirs(context, id);
  await inTransaction(context.database.pool, async (run) => {
    const it = await lockImport(run, id);
    if (it?.state !== 'ready' && it?.state !== 'planning') throw new Conflict('NOT_READY');
    if (it.version !== expectedVersion) {
      throw new Conflict('STALE_VERSION', { version: it.version });
    }
    const mapped: (MappedColumn & { by?: string })[] = [...it.columns];
    const wrong: Record<string, string> = {};
    columns.forEach(({ column, field, policy }, at) => {
      const usual = policiesOf(field);
      if (!mapped[column]) wrong[`columns.${at}.column`] = 'UNKNOWN';
      else if (policy && field !== ImportField.IGNORE && !usual.includes(policy)) {
        wrong[`columns.${at}.policy`] = 'NOT_FOR_THIS_FIELD';
      } else {
        const before = mapped[column];
        const by = before.field === field ? before.by : 'chosen';
        mapped[column] = { field, policy: policy ?? usual[0]!, ...(by && { by }) };
      }
    });
    const said = mapped.map(({ field }) => field).filter((field) => !mayComeTwice(field));
    if (new Set(said).size < said.length) wrong['columns'] = 'GIVEN_TWICE';
    if (!said.includes(ImportField.NAME) && !said.includes(ImportField.NUMBER)) {
      wrong['columns'] = 'NAME_OR_NUMBER_NEEDED';
    }
    if (Object.keys(wrong).length) throw new InvalidInput(wrong);
    await run(
      `update import set columns = $2::jsonb, kind = $3, version = version + 1, state = 'planning', done = 0 where id = $1::uuid`,
      [id, JSON.stringify(mapped), kind ?? it.kind],
    );
    if (remember) {
      const by = {
        columns: mapped.map(({ field, policy }) => ({ field, policy })),
        now: context.now,
      };
      await saveMapping(run, context.viewer?.id ?? null, it.headings, by);
    }
    await addJob(run, 'planImport', { importId: id }, `planImport ${id}`);
  });
  return id;
}
