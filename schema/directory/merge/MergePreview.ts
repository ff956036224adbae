import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Antall. How many rows of one sort a merge moves, and how many it finds there already. */
@ObjectType({
  simpleResolvers: true,
  description: 'How many rows of one sort a merge would move.',
})
export class MergeCount {
  @Field(() => String, {
    description:
      'What: `names`, `contactPoints`, `sources`, `affiliations`, `branches`, `catchments`, `languages`, `consents`, `personalLinks`, `mergedFrom`.',
  })
  what!: string;

  @Field(() => Int, { description: 'How many go from the one to the other.' })
  moved!: number;

  @Field(() => Int, {
    description: 'How many are not kept beside what is there already, for they are the same.',
  })
  same!: number;

  @Field(() => Int, {
    description: 'How many change: affiliations that are made longer, consents and links that end.',
  })
  changed!: number;
}

/** Forhåndsvisning. What a merge would do, exactly: it is done and taken back. */
@ObjectType({
  simpleResolvers: true,
  description: 'What a merge would do, counted by doing it and taking it back.',
})
export class MergePreview {
  @Field(() => ID, { description: 'The UUID of the one that would stay.' })
  survivorId!: string;

  @Field(() => ID, { description: 'The UUID of the one that would go.' })
  loserId!: string;

  @Field(() => [MergeCount], { description: 'What would move; nothing where it is refused.' })
  counts!: MergeCount[];

  @Field(() => Boolean, {
    description: 'Whether the two have different organisation numbers, which has to be said aloud.',
  })
  haveDifferentNumbers!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it would be refused: `FORBIDDEN`, `CHANGES_SCOPES` or `WOULD_BE_ITS_OWN_PARENT`; null where it would not.',
  })
  refusal!: string | null;
}
