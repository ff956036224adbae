import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Hvorfor noen ikke blir endret. Why something that was chosen is not changed. */
export enum BulkReason {
  OUTSIDE_SCOPE = 'outside_scope',
  PERSON = 'person',
  NO_CHANGE = 'no_change',
  GONE = 'gone',
}

registerEnumType(BulkReason, {
  name: 'BulkReason',
  description: 'Why something that was chosen is not changed.',
  valuesConfig: {
    OUTSIDE_SCOPE: { description: 'It lies outside the viewer’s scope.' },
    PERSON: { description: 'It is a person: what they offer is theirs to say, one by one.' },
    NO_CHANGE: { description: 'It is so already.' },
    GONE: { description: 'It is not there, or not for the viewer to see.' },
  },
});

/** Så mange blir ikke endret. How many are not changed for one reason. */
@ObjectType({ simpleResolvers: true, description: 'How many are not changed for one reason.' })
export class BulkRefusal {
  @Field(() => BulkReason, { description: 'Why.' })
  reason!: BulkReason;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => [String], { description: 'The names of the first of them; of people none.' })
  names!: string[];
}
