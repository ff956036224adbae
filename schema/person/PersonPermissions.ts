import { Field, ObjectType } from 'type-graphql';

/** Hva en har lov til. The rules' answers for the one who is looking, so that no screen has to guess. */
@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with a person.' })
export class PersonPermissions {
  @Field(() => Boolean, {
    description: 'Whether they may use `editPerson`, `archivePerson` and `restorePerson` on them.',
  })
  edit!: boolean;

  @Field(() => Boolean, {
    description: 'Whether they may use `recordConsent` and `withdrawConsent` on them.',
  })
  recordConsent!: boolean;

  @Field(() => Boolean, { description: 'Whether they may use `erasePerson` on them.' })
  erase!: boolean;
}
