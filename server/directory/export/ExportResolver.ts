import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from 'type-graphql';

import { PageArguments } from '#schema/common/PageArguments.ts';
import { ExportConnection } from '#schema/directory/export/ExportConnection.ts';
import { ExportSize } from '#schema/directory/export/ExportSize.ts';
import { PreparedExport } from '#schema/directory/export/PreparedExport.ts';
import type { Context } from '#server/context.ts';
import { ExportInput } from './ExportInput.ts';
import { exportSize } from './exportSize.ts';
import { ExportListFilter, listExports } from './listExports.ts';
import { prepareExport } from './prepareExport.ts';

@ArgsType()
class ExportsArguments extends PageArguments {
  @Field(() => ExportListFilter, { nullable: true, description: 'What narrows the list.' })
  filter?: ExportListFilter | null;
}

const what = { validate: false, description: 'Which part, in which form, for what.' } as const;

/** How a part of the register is taken out of it as a file, and how one sees who has. */
@Resolver()
export class ExportResolver {
  @Query(() => ExportSize, {
    description: 'How much an export would hold, exactly, before one asks for it.',
  })
  exportSize(
    @Arg('input', () => ExportInput, what) input: ExportInput,
    @Ctx() context: Context,
  ): Promise<ExportSize> {
    return exportSize(context, input);
  }

  @Mutation(() => PreparedExport, {
    description:
      'Klargjør eksport. Takes down who takes what out of the register and for what, and gives the address where the file is fetched with POST, once, within two ' +
      'minutes. STEP_UP_REQUIRED: there are people in it. INVALID_INPUT with `fields`: `reason` (`REQUIRED`, `TOO_SHORT`, `TOO_LONG`; with more than 50 people ' +
      'in an hour, of which the privacy officer is told), `records` (`NOTHING_FOUND`, `ONLY_ORGANISATIONS`), `format` (`TOO_MANY`).',
  })
  prepareExport(
    @Arg('input', () => ExportInput, what) input: ExportInput,
    @Ctx() context: Context,
  ): Promise<PreparedExport> {
    return prepareExport(context, input);
  }

  @Query(() => ExportConnection, {
    description:
      'Who has taken what out of the register, the latest first. For the privacy officer.',
  })
  exports(
    @Args(() => ExportsArguments, { validate: false }) args: ExportsArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listExports(context, info, args);
  }
}
