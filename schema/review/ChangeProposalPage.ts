import { Field, Int, ObjectType } from 'type-graphql';

import { ChangeProposal } from './ChangeProposal.ts';

/** Forslag som venter. As many as one works through at a time. */
@ObjectType({ simpleResolvers: true, description: 'Proposals that wait, the oldest first.' })
export class ChangeProposalPage {
  @Field(() => [ChangeProposal], { description: 'At most 50 of them.' })
  nodes!: ChangeProposal[];

  @Field(() => Int, { description: 'How many wait within what the viewer may write.' })
  totalCount!: number;
}
