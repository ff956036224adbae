import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Author } from '#schema/access/Author.ts';
import { Door } from '#schema/access/Door.ts';
import { ReadPurpose } from '#schema/access/ReadPurpose.ts';
import { Moment } from '#schema/common/Moment.ts';
import { ExportFormat } from './ExportFormat.ts';
import { ExportState } from './ExportState.ts';

/** Eksport. Somebody took a part of the register out of it. What was in the file is not kept. */
@ObjectType({
  simpleResolvers: true,
  description: 'Somebody took a part of the register out of it. What was in the file is not kept.',
})
export class Export {
  @Field(() => ID, { description: 'A UUID; reads for it bear it as their request.' })
  id!: string;

  @Field(() => Moment, { description: 'When it was asked for.' })
  at!: string;

  @Field(() => Author, {
    nullable: true,
    description: 'By whom; null where it was no member of staff.',
  })
  by!: Author | null;

  @Field(() => Door, { description: 'By which way they came.' })
  via!: Door;

  @Field(() => ReadPurpose, { description: 'For what, as they said it.' })
  purpose!: ReadPurpose;

  @Field(() => String, { nullable: true, description: 'Why, where there were many people in it.' })
  reason!: string | null;

  @Field(() => ExportFormat, { description: 'In which form.' })
  format!: ExportFormat;

  @Field(() => String, { description: 'Which records, in words: what was searched for.' })
  search!: string;

  @Field(() => Int, { description: 'How many organisations were in it.' })
  organisations!: number;

  @Field(() => Int, { description: 'How many people were in it.' })
  people!: number;

  @Field(() => Int, {
    description:
      'To how many of them the file says how they are reached: so many reads are in the log.',
  })
  peopleShown!: number;

  @Field(() => ExportState, { description: 'How far it came.' })
  state!: ExportState;
}
