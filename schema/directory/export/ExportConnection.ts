import { ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { Export } from './Export.ts';

/** Eksporter, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Exports, the latest first, page by page.' })
export class ExportConnection extends connectionOf<Export>(() => Export, 'Export', 'exports') {}
