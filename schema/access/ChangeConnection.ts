import { ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { Change } from './Change.ts';

/** Endringer, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Changes, the latest first, page by page.' })
export class ChangeConnection extends connectionOf<Change>(() => Change, 'Change', 'changes') {}
