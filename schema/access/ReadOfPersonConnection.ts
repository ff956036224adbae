import { ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { ReadOfPerson } from './ReadOfPerson.ts';

/** Lesninger, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Reads, the latest first, page by page.' })
export class ReadOfPersonConnection extends connectionOf<ReadOfPerson>(
  () => ReadOfPerson,
  'ReadOfPerson',
  'reads',
) {}
