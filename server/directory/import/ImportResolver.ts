import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Batch } from '#schema/access/Batch.ts';
import {
  Import,
  ImportColumn,
  ImportConnection,
  ImportCounts,
  ImportRow,
} from '#schema/directory/import/Import.ts';
import { ImportOutcome } from '#schema/directory/import/ImportOutcome.ts';
import { PageArguments } from '#schema/common/PageArguments.ts';
import type { Context } from '#server/context.ts';
import { batchCalled } from '#server/person/batch/listBatches.ts';
import { discardImport } from './discardImport.ts';
import {
  columnsOf,
  countsOf,
  type ImportAnswer,
  importCalled,
  importRows,
  listImports,
} from './listImports.ts';
import { mapImportColumns, MapImportColumnsInput } from './mapImportColumns.ts';
import { mendImportRow, MendImportRowInput } from './mendImportRow.ts';
import { ApplyImportInput, startImport } from './startImport.ts';
import { ensureTheirs } from './theirImport.ts';

const refusals =
  'For those who may import, and brought the file. NOT_FOUND: no such import. FORBIDDEN: somebody else brought it. CONFLICT with reason `NOT_READY`: it is being compared or written, or is done.';

/** Files that are brought, looked at, and put into the register. They come by `POST /import/file`. */
@Resolver(() => Import)
export class ImportResolver {
  @Query(() => ImportConnection, { description: 'What has been brought, the latest first.' })
  imports(
    @Args(() => PageArguments, { validate: false }) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listImports(context, info, page);
  }

  @Query(() => Import, { nullable: true, description: 'One import; null where there is none.' })
  import(@Arg('id', () => ID, { description: 'Its UUID.' }) id: string, @Ctx() context: Context) {
    return importCalled(context, id);
  }

  @Query(() => [ImportRow], {
    description: 'Rows of an import in their order, for whoever brought it: NOT_FOUND, FORBIDDEN.',
  })
  async importRows(
    @Arg('importId', () => ID, { description: 'The UUID of the import.' }) id: string,
    @Arg('outcome', () => ImportOutcome, {
      nullable: true,
      description: 'Only those that do this.',
    })
    outcome: ImportOutcome | null,
    @Arg('isRemarked', () => Boolean, {
      nullable: true,
      description: 'Only those that are taken in but for some cells.',
    })
    isRemarked: boolean | null,
    @Arg('after', () => Int, { nullable: true, description: 'The place after which they begin.' })
    after: number | null,
    @Arg('first', () => Int, {
      nullable: true,
      description: 'How many; at most 100, 50 if left out.',
    })
    first: number | null,
    @Ctx() context: Context,
  ) {
    await ensureTheirs(context, id);
    return importRows(context, id, { outcome, isRemarked, after, first });
  }

  @FieldResolver(() => [ImportColumn])
  columns(@Root() it: ImportAnswer, @Ctx() context: Context) {
    return columnsOf(context, it);
  }

  @FieldResolver(() => ImportCounts)
  counts(@Root() it: ImportAnswer, @Ctx() context: Context) {
    return countsOf(context, it.id);
  }

  @FieldResolver(() => Batch, { nullable: true })
  batch(@Root() { batchId }: ImportAnswer, @Ctx() context: Context) {
    return batchId === null ? null : batchCalled(context, batchId);
  }

  @Mutation(() => Import, {
    description: `Koble kolonner. Says what the columns of a file mean; every row is compared anew, and the import is \`PLANNING\` meanwhile. ${refusals} \`STALE_VERSION\`: they were taken otherwise since. INVALID_INPUT: \`columns: NAME_OR_NUMBER_NEEDED\` or \`GIVEN_TWICE\`, \`columns.0.policy: NOT_FOR_THIS_FIELD\`.`,
  })
  async mapImportColumns(
    @Arg('input', () => MapImportColumnsInput, { validate: false, description: 'Which, and how.' })
    input: MapImportColumnsInput,
    @Ctx() context: Context,
  ) {
    return importCalled(context, await mapImportColumns(context, input));
  }

  @Mutation(() => [ImportRow], {
    description: `Rette en rad. Changes what a row says, leaves it out, or says whom it is about, before it is put into the register; gives it as it is then, with others that it made different. ${refusals} INVALID_INPUT: \`cells.0.value: TOO_LONG\`.`,
  })
  async mendImportRow(
    @Arg('input', () => MendImportRowInput, { validate: false, description: 'Which, and what.' })
    input: MendImportRowInput,
    @Ctx() context: Context,
  ) {
    const places = await mendImportRow(context, input);
    return importRows(context, input.importId, { places, first: 100 });
  }

  @Mutation(() => Import, {
    description: `Gjennomføre en import. Writes what was looked at into the register, as a job and as one batch, which can be taken back; the import is \`APPLYING\` meanwhile. ${refusals} \`COUNTS_CHANGED\`: it would do something else than one saw; \`NOTHING_TO_DO\`; \`SCOPE_CHANGED\`: where the viewer works has changed since.`,
  })
  async applyImport(
    @Arg('input', () => ApplyImportInput, {
      validate: false,
      description: 'Which, and what one saw.',
    })
    input: ApplyImportInput,
    @Ctx() context: Context,
  ) {
    return importCalled(context, await startImport(context, input));
  }

  @Mutation(() => Import, {
    description: `Legge bort en import. Deletes the rows of a file; nothing of it gets into the register. ${refusals}`,
  })
  async discardImport(
    @Arg('importId', () => ID, { description: 'The UUID of the import.' }) id: string,
    @Ctx() context: Context,
  ) {
    return importCalled(context, await discardImport(context, id));
  }
}
