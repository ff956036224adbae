import { Field, ObjectType } from 'type-graphql';

/** Hva en har lov til. The rules' answers for the one who is looking, so that no screen has to guess. */
@ObjectType({
  simpleResolvers: true,
  description: 'What the viewer may do with an organisation.',
})
export class OrganisationPermissions {
  @Field(() => Boolean, {
    description:
      'Whether they may use `correctOrganisation`, `editOrganisation`, `archiveOrganisation` and `restoreOrganisation` on it.',
  })
  correct!: boolean;

  @Field(() => Boolean, { description: 'Whether they may use `issuePersonalLink` for it.' })
  sendLink!: boolean;
}
