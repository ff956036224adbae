import { Field, ID, InputType } from 'type-graphql';

import { Purpose } from '#schema/access/Purpose.ts';
import { Text } from '#schema/common/Text.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { ExportColumn } from '#schema/directory/export/ExportColumn.ts';
import { ExportFormat } from '#schema/directory/export/ExportFormat.ts';
import { ExportSeparator } from '#schema/directory/export/ExportSeparator.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';

@InputType({
  description: 'Which part of the register is taken out of it, in which form and for what.',
})
export class ExportInput {
  @Field(() => Text, { nullable: true, description: 'Words to look for, as `search` has them.' })
  text?: string | null;

  @Field(() => DirectoryFilter, { nullable: true, description: 'What narrows it, as in `search`.' })
  filter?: DirectoryFilter | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these of what is found; at most 2,000. All of it where none are named.',
  })
  ids?: string[] | null;

  @Field(() => [RecordKind], { description: 'Organisations, people, or both.' })
  records!: RecordKind[];

  @Field(() => ExportFormat, { description: 'In which form.' })
  format!: ExportFormat;

  @Field(() => Purpose, {
    description:
      'For what. Contact details of people are in the file where they have consented to it, else masked.',
  })
  purpose!: Purpose;

  @Field(() => [ExportColumn], {
    nullable: true,
    description:
      'The columns of a table, in this order; without them, all but those about contact people.',
  })
  columns?: ExportColumn[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a contact sheet says whom to ask first in each organisation.',
  })
  contactPeople?: boolean | null;

  @Field(() => ExportSeparator, {
    nullable: true,
    description: 'What stands between the cells of a text file; a semicolon where nothing is said.',
  })
  separator?: ExportSeparator | null;

  @Field(() => Text, {
    nullable: true,
    description: 'Why, in 15 to 500 characters, where `exportSize` says that it takes a reason.',
  })
  reason?: string | null;
}
