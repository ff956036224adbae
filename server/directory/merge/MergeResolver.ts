import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';

import { ChangeConnection } from '#schema/access/ChangeConnection.ts';
import { PageArguments } from '#schema/common/PageArguments.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { Merge } from '#schema/directory/merge/Merge.ts';
import { MergePreview } from '#schema/directory/merge/MergePreview.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Person } from '#schema/person/Person.ts';
import { readOne } from '#server/common/read.ts';
import type { Context } from '#server/context.ts';
import { listMerges } from './listMerges.ts';
import { mergedHistory } from './mergedHistory.ts';
import { organisations, people } from './Mergeable.ts';
import { MergeInput, mergeRecords } from './mergeRecords.ts';
import { previewMerge } from './previewMerge.ts';
import { unmerge, UnmergeInput } from './unmerge.ts';

const refusals =
  'For those who look after the register, in their scope. NOT_FOUND: one of them is none that the viewer may see, or is merged already. FORBIDDEN: not both are in their scope. ' +
  'INVALID_INPUT: `loserId: SAME_AS_SURVIVOR`, `taken: NOT_A_FIELD_OF_THE_RECORD`. CONFLICT with reason `STALE_VERSION`: somebody has changed one of them since';

const input = { validate: false, description: 'Which two, as they were seen, and what wins.' };

/** How two records become one, and two again. */
@Resolver()
export class MergeResolver {
  @Query(() => MergePreview, {
    description: 'What merging one record into another would do. Nothing is changed.',
  })
  mergePreview(
    @Arg('kind', () => RecordKind, { description: 'What the two are.' }) kind: RecordKind,
    @Arg('survivorId', () => ID, { description: 'The UUID of the one that would stay.' })
    survivorId: string,
    @Arg('loserId', () => ID, { description: 'The UUID of the one that would go.' })
    loserId: string,
    @Ctx() context: Context,
  ) {
    return previewMerge(context, kind, { survivorId, loserId });
  }

  @Query(() => [Merge], { description: 'What has become one with a record, the latest first.' })
  merges(
    @Arg('recordId', () => ID, { description: 'The UUID of the organisation or person.' })
    recordId: string,
    @Ctx() context: Context,
  ) {
    return listMerges(context, recordId);
  }

  @Query(() => ChangeConnection, {
    description:
      'What was changed of a record that was merged into another, the latest first: for whoever may read the history of that other. NOT_FOUND: it was merged into none that the viewer may see.',
  })
  mergedHistory(
    @Arg('recordId', () => ID, { description: 'The UUID of the one that went.' }) recordId: string,
    @Args(() => PageArguments, { validate: false }) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return mergedHistory(context, info, { ...page, recordId });
  }

  @Mutation(() => Organisation, {
    description:
      'Slå sammen virksomheter. Makes one of two organisations, and gives it: all that pointed at the other points at it, and the other’s name is one of its names. ' +
      `${refusals}, \`DIFFERENT_NUMBERS\`: they have different organisation numbers, and nobody has said that this is known, ` +
      '`CHANGES_SCOPES`: it would change where somebody on the staff may work, `WOULD_BE_ITS_OWN_PARENT`: the survivor stands below the other.',
  })
  async mergeOrganisations(
    @Arg('input', () => MergeInput, input) merge: MergeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    await mergeRecords(context, organisations, merge);
    return readOne(context, info, merge.survivorId);
  }

  @Mutation(() => Person, {
    description:
      'Slå sammen personer. Makes one of two people, and gives them: of consents the stricter holds, and open personal links are closed. ' +
      `${refusals}.`,
  })
  async mergePeople(
    @Arg('input', () => MergeInput, input) merge: MergeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    await mergeRecords(context, people, merge);
    return readOne(context, info, merge.survivorId);
  }

  @Mutation(() => ID, {
    description:
      'Angre sammenslåing. Makes two of what became one, each as it was, and gives the identifier of the one that is back. NOT_FOUND: no such merge. FORBIDDEN: not in their scope. ' +
      'CONFLICT with reason `ALREADY_UNDONE`, `MERGED_SINCE`: the survivor has itself been merged, `CHANGES_SCOPES`, or `CHANGED_SINCE`: what the merge wrote is no longer what ' +
      'stands there; `changes` tell of each what the merge wrote (`before`) and what stands there now (`after`).',
  })
  async unmerge(
    @Arg('input', () => UnmergeInput, { validate: false, description: 'Which merge, and why.' })
    undone: UnmergeInput,
    @Ctx() context: Context,
  ) {
    const { loserId } = await unmerge(context, undone);
    return loserId;
  }
}
