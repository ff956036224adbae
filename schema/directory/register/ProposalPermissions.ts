import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a proposal.' })
export class ProposalPermissions {
  @Field(() => Boolean, { description: 'Take it, with or without another value, or say no.' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Take the decision back.' })
  reopen!: boolean;
}
