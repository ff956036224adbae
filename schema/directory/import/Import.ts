import { Field, ID, Int, ObjectType } from 'type-graphql';

import { Author } from '#schema/access/Author.ts';
import { Batch } from '#schema/access/Batch.ts';
import { ChangedField } from '#schema/access/ChangedField.ts';
import { connectionOf } from '#schema/common/connectionOf.ts';
import { Moment } from '#schema/common/Moment.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { ImportField } from './ImportField.ts';
import { ImportGuess } from './ImportGuess.ts';
import { ImportOutcome } from './ImportOutcome.ts';
import { ImportPolicy } from './ImportPolicy.ts';
import { ImportState } from './ImportState.ts';

@ObjectType({ simpleResolvers: true, description: 'What the viewer may do with an import.' })
export class ImportPermissions {
  @Field(() => Boolean, { description: 'See and mend its rows, and put it into the register.' })
  open!: boolean;
}

/** Kolonne. What a column of a file is taken to say. */
@ObjectType({
  simpleResolvers: true,
  description: 'A column of a file, and what it is taken to say.',
})
export class ImportColumn {
  @Field(() => Int, { description: 'Its place in the file; 0 is the first.' })
  column!: number;

  @Field(() => String, { description: 'What stands above it.' })
  heading!: string;

  @Field(() => ImportField, { description: 'What it says of an organisation.' })
  field!: ImportField;

  @Field(() => ImportPolicy, { description: 'What it may do to what stands in the register.' })
  policy!: ImportPolicy;

  @Field(() => ImportGuess, { description: 'How that was found.' })
  guessedBy!: ImportGuess;

  @Field(() => [String], {
    description:
      'What stands in its first rows, at most three; nothing where the viewer may not open it.',
  })
  examples!: string[];
}

/** Antall. How many rows do what. */
@ObjectType({ simpleResolvers: true, description: 'How many rows of an import do what.' })
export class ImportCounts {
  @Field(() => Int, { description: 'Add an organisation.' })
  added!: number;

  @Field(() => Int, { description: 'Change one.' })
  changed!: number;

  @Field(() => Int, { description: 'Say nothing new.' })
  left!: number;

  @Field(() => Int, { description: 'Cannot be taken in as they are.' })
  refused!: number;

  @Field(() => Int, { description: 'Are left out by whoever imports.' })
  excluded!: number;

  @Field(() => Int, { description: 'Are taken in but for cells that will not do.' })
  remarked!: number;
}

/** Import. A file that somebody brought, and what came of it. */
@ObjectType({
  simpleResolvers: true,
  description: 'A file that somebody brought, and what came of it.',
})
export class Import {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => Int, {
    description:
      'Counts how often its columns were taken otherwise. Whoever changes them says which version they saw.',
  })
  version!: number;

  @Field(() => String, { description: 'What the file is called.' })
  fileName!: string;

  @Field(() => ImportState, { description: 'How far it has come.' })
  state!: ImportState;

  @Field(() => Moment, { description: 'When it was brought.' })
  at!: string;

  @Field(() => Author, {
    nullable: true,
    description: 'By whom; null where it was no member of staff.',
  })
  by!: Author | null;

  @Field(() => Int, { description: 'How many rows it has.' })
  rows!: number;

  @Field(() => Int, { description: 'How many of them have been compared, or written.' })
  done!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'How its text was written: `UTF-8`, `Windows-1252`, `UTF-16LE`; null for a workbook.',
  })
  encoding!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What parts its cells; null for a workbook.',
  })
  separator!: string | null;

  @Field(() => Boolean, { description: 'Whether something went wrong, and is being tried again.' })
  isTroubled!: boolean;

  @Field(() => OrganisationKind, {
    description: 'What sort of body new organisations are whose rows do not say.',
  })
  kind!: OrganisationKind;

  @Field(() => [ImportColumn], { description: 'Its columns.' })
  columns!: ImportColumn[];

  @Field(() => ImportCounts, { description: 'How many rows do what.' })
  counts!: ImportCounts;

  @Field(() => Moment, { description: 'When its rows are deleted at the latest.' })
  keptUntil!: string;

  @Field(() => Batch, {
    nullable: true,
    description: 'What it did in the register; null until it does.',
  })
  batch!: Batch | null;

  @Field(() => ImportPermissions, { description: 'What the viewer may do with it.' })
  viewerMay!: ImportPermissions;
}

/** Importer, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Imports, the latest first, page by page.' })
export class ImportConnection extends connectionOf<Import>(() => Import, 'Import', 'imports') {}

/** Merknad. What is wrong with a row, or with one cell of it. */
@ObjectType({
  simpleResolvers: true,
  description: 'What is wrong with a row, or with one cell of it.',
})
export class ImportFlaw {
  @Field(() => Int, {
    nullable: true,
    description: 'The place of its column; null where it is about the whole row.',
  })
  column!: number | null;

  @Field(() => String, {
    description:
      'What, such as `WRONG_CHECK_DIGIT`, `UNKNOWN`, `SPLIT_MUNICIPALITY` or `POSSIBLE_DUPLICATE`.',
  })
  reason!: string;

  @Field(() => [String], {
    description: 'What may be meant, the likeliest first. To be put into the cell as it stands.',
  })
  suggestions!: string[];

  @Field(() => Int, { nullable: true, description: 'The line of the file that says the same.' })
  line!: number | null;
}

/** Mulig treff. An organisation of the register that a row may be about. */
@ObjectType({
  simpleResolvers: true,
  description: 'An organisation of the register that a row may be about.',
})
export class ImportCandidate {
  @Field(() => ID, { description: 'The UUID of the organisation.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The municipality of its seat.' })
  place!: string | null;
}

/** Rad. One row of a file, and what it does to the register. */
@ObjectType({
  simpleResolvers: true,
  description: 'One row of a file, and what it does to the register.',
})
export class ImportRow {
  @Field(() => Int, {
    description: 'Its place among the rows; 0 is the first. By this it is asked for and mended.',
  })
  place!: number;

  @Field(() => Int, { description: 'The line of the file on which it begins.' })
  line!: number;

  @Field(() => ImportOutcome, { description: 'What it does.' })
  outcome!: ImportOutcome;

  @Field(() => String, { nullable: true, description: 'What it is about, in a word.' })
  title!: string | null;

  @Field(() => [String], {
    description: 'What stands in its cells; nothing once it is in the register.',
  })
  cells!: string[];

  @Field(() => [ImportFlaw], { description: 'What is wrong with it.' })
  flaws!: ImportFlaw[];

  @Field(() => [ChangedField], { description: 'What it changes, field by field.' })
  changes!: ChangedField[];

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that it is about; null for one that is not there yet.',
  })
  organisationId!: string | null;

  @Field(() => [ImportCandidate], {
    description: 'Organisations that it may be about, where that is for people to say.',
  })
  candidates!: ImportCandidate[];

  @Field(() => Boolean, { description: 'Whether it is in the register.' })
  isApplied!: boolean;
}
