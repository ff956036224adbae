import { Field, ObjectType } from 'type-graphql';

/** Hva en har lov til. The rules' answers for the one who is looking, as things stand now. */
@ObjectType({ simpleResolvers: true, description: 'What the viewer may do about it now.' })
export class BreakGlassPermissions {
  @Field(() => Boolean, { description: 'Whether they may use `confirmBreakGlass`.' })
  confirm!: boolean;

  @Field(() => Boolean, { description: 'Whether they may use `closeBreakGlass`.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Whether they are to use `accountForBreakGlass`.' })
  accountFor!: boolean;

  @Field(() => Boolean, { description: 'Whether they may use `reviewBreakGlass`.' })
  review!: boolean;
}
