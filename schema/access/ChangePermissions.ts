import { Field, ObjectType } from 'type-graphql';

/** The rules' answers for the one who is looking, so that no screen has to guess. */
@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a change.' })
export class ChangePermissions {
  @Field(() => Boolean, {
    description:
      'Whether it can be undone, and by the viewer. Where somebody has changed the same since, `undoChange` says so.',
  })
  undo!: boolean;
}
