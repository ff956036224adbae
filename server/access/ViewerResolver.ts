import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';

import { Role } from '#schema/access/Role.ts';
import type { Viewer } from './Viewer.ts';

@ObjectType('Viewer', {
  simpleResolvers: true,
  description: 'The one who is asking: a member of staff who signed in, or a system with a token.',
})
class ViewerAnswer {
  @Field(() => ID, { description: 'Of the user or of the token.' })
  id!: string;

  @Field(() => String, { description: 'The name of the user, or what the token is for.' })
  name!: string;

  @Field(() => Role, { description: 'What they are here to do.' })
  role!: Role;

  @Field(() => Boolean, {
    description: 'Whether they see how people can be reached. Others see those values masked.',
  })
  seesPersonalContact!: boolean;
}

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerAnswer, {
    nullable: true,
    description: 'The one who is asking; null for a stranger, who may ask nothing else.',
  })
  viewer(@Ctx() { viewer }: { readonly viewer: Viewer | null }): ViewerAnswer | null {
    if (!viewer) return null;
    const { id, name, role, permissions } = viewer;
    return { id, name, role, seesPersonalContact: permissions.has('personContact.read') };
  }
}
