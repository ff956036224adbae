import { ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { Person } from './Person.ts';

/** Personer, side for side. */
@ObjectType({ simpleResolvers: true, description: 'People, page by page.' })
export class PersonConnection extends connectionOf<Person>(() => Person, 'Person', 'people') {}
