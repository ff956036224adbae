import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { BulkEdit } from '#schema/directory/bulk/BulkEdit.ts';
import type { Context } from '#server/context.ts';
import { applyBulkEdit } from './applyBulkEdit.ts';
import { ApplyBulkEditInput, PrepareBulkEditInput } from './BulkInput.ts';
import { findBulkEdit } from './findBulkEdit.ts';
import { prepareBulkEdit } from './prepareBulkEdit.ts';

const input = (description: string) => ({ description, validate: false });

/** How the same is done to many at once. */
@Resolver()
export class BulkResolver {
  @Query(() => BulkEdit, {
    nullable: true,
    description: 'How far a bulk edit of the viewer’s own has come; null where there is none.',
  })
  bulkEdit(@Arg('id', () => ID, { description: 'Its UUID.' }) id: string, @Ctx() context: Context) {
    return findBulkEdit(context, id);
  }

  @Mutation(() => BulkEdit, {
    description:
      'Telle opp en masseendring. Works out whom it would change and whom not, and why, and keeps that for a day; nothing is changed. INVALID_INPUT: `value: UNKNOWN_CODE`; `selection: REQUIRED` where nobody is chosen, `TOO_MANY`; and what `search` says of its filter.',
  })
  async prepareBulkEdit(
    @Arg('input', () => PrepareBulkEditInput, input('What, and to whom.'))
    given: PrepareBulkEditInput,
    @Ctx() context: Context,
  ) {
    return findBulkEdit(context, await prepareBulkEdit(context, given));
  }

  @Mutation(() => BulkEdit, {
    description:
      'Gjøre en masseendring. Does what was counted, to exactly those, as a batch that `undoBatch` takes back; a large one is `UNDER_WAY` for a while. Whoever was changed in between is left, and named. CONFLICT: ALREADY_DONE.',
  })
  async applyBulkEdit(
    @Arg('input', () => ApplyBulkEditInput, input('Which.')) given: ApplyBulkEditInput,
    @Ctx() context: Context,
  ) {
    return findBulkEdit(context, await applyBulkEdit(context, given));
  }
}
