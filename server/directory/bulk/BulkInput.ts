import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { BulkAction } from '#schema/directory/bulk/BulkAction.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';

@InputType({
  description: 'What was chosen: some by identifier, or all that a search finds but for some.',
})
export class BulkSelectionInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 1000.' })
  ids?: string[] | null;

  @Field(() => Text, { nullable: true, description: 'All that `search` finds by this text …' })
  text?: string | null;

  @Field(() => DirectoryFilter, {
    nullable: true,
    description: '… and this filter; `{}` for all there is.',
  })
  filter?: DirectoryFilter | null;

  @Field(() => [ID], { nullable: true, description: '… but for these, at most 1000.' })
  except?: string[] | null;
}

@InputType({ description: 'What is to be done, and to whom.' })
export class PrepareBulkEditInput {
  @Field(() => BulkSelectionInput, { description: 'Who was chosen.' })
  selection!: BulkSelectionInput;

  @Field(() => BulkAction, { description: 'What is to be done.' })
  action!: BulkAction;

  @Field(() => ID, { nullable: true, description: 'What with: the code of a term.' })
  value?: string | null;
}

@InputType({ description: 'What was counted, and is to be done.' })
export class ApplyBulkEditInput {
  @Field(() => ID, { description: 'The UUID of what was counted.' })
  id!: string;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}
