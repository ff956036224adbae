import { Field, ObjectType } from 'type-graphql';

/** Hva en har lov til. The rules' answers for the one who is looking. */
@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a saved search.' })
export class AudiencePermissions {
  @Field(() => Boolean, {
    description: 'Whether they may use `editAudience` and `archiveAudience`.',
  })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Whether they may use `saveAudience` for one like it.' })
  copy!: boolean;
}
