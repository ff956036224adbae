import { Entity } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

import { Term } from '#schema/common/Term.ts';

/**
 * Landbakgrunn. A country with which the people whom an organisation reaches have ties. Its code is ISO 3166-1 alpha-2.
 *
 * A fact about an organisation, never about a person: no person points at a community.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'A country of background that organisations reach; the code is ISO 3166-1 alpha-2. Never a fact about a person.',
})
@Entity()
export class Community extends Term {}
