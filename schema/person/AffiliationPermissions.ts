import { Field, ObjectType } from 'type-graphql';

/** Hva en har lov til. The rules' answers for the one who is looking, so that no screen has to guess. */
@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with an affiliation.' })
export class AffiliationPermissions {
  @Field(() => Boolean, {
    description:
      'Whether they may use `editAffiliation`, `endAffiliation` and `handOverRole` on it.',
  })
  edit!: boolean;
}
