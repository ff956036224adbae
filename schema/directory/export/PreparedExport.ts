import { Field, ID, ObjectType } from 'type-graphql';

import { Moment } from '#schema/common/Moment.ts';
import { ExportSize } from './ExportSize.ts';

/** Klargjort eksport. What may be fetched, once and soon. */
@ObjectType({ simpleResolvers: true, description: 'An export that may be fetched, once and soon.' })
export class PreparedExport {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, {
    description: 'Where it is fetched: with POST, by the one who prepared it, once.',
  })
  address!: string;

  @Field(() => Moment, { description: 'Until when.' })
  expiresAt!: string;

  @Field(() => String, { description: 'What the file is called.' })
  fileName!: string;

  @Field(() => ExportSize, { description: 'How much it holds.' })
  size!: ExportSize;
}
