import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Term, type TermNames } from '#schema/common/Term.ts';
import { TextDirection } from './TextDirection.ts';

/** Språk. A language that people speak, write or sign. Its code is BCP 47, the shortest form. */
@ObjectType({
  simpleResolvers: true,
  description: 'A language that people speak, write or sign. The code is its shortest BCP 47 tag.',
})
@Entity()
export class Language extends Term {
  @Field(() => String, { description: 'What its speakers call it, in its own script.' })
  @Property({ type: 'text' })
  endonym: string;

  @Field(() => String, {
    nullable: true,
    description: 'The script by its ISO 15924 code; null for sign languages.',
  })
  @Property({ type: 'text', nullable: true })
  script: string | null = null;

  @Field(() => TextDirection, { description: 'The direction in which it is written.' })
  @Enum({ items: () => TextDirection })
  direction: TextDirection = TextDirection.LTR;

  constructor(number: number, code: string, names: TermNames, endonym: string) {
    super(number, code, names);
    this.endonym = endonym;
  }
}
