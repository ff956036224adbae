import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { LanguageLevel } from './LanguageLevel.ts';
import { Person } from './Person.ts';

/** Språkferdighet. How well a person speaks, understands and writes a language. Null: not, or not told. */
@ObjectType({
  simpleResolvers: true,
  description: 'How well a person speaks, understands and writes a language.',
})
@Entity()
export class PersonLanguage extends Identified {
  @ManyToOne(() => Person, { ref: true })
  person: Ref<Person>;

  @Field(() => Language, { description: 'The language.' })
  @ManyToOne(() => Language, { ref: true, fieldName: 'language_number' })
  language: Ref<Language>;

  @Field(() => LanguageLevel, {
    nullable: true,
    description: 'How well they speak it; null: not, or not told.',
  })
  @Enum({ items: () => LanguageLevel, nullable: true })
  speaks: LanguageLevel | null = null;

  @Field(() => LanguageLevel, {
    nullable: true,
    description: 'How well they understand it; null: not told.',
  })
  @Enum({ items: () => LanguageLevel, nullable: true })
  understands: LanguageLevel | null = null;

  @Field(() => LanguageLevel, {
    nullable: true,
    description: 'How well they write it; null: not, or not told.',
  })
  @Enum({ items: () => LanguageLevel, nullable: true })
  writes: LanguageLevel | null = null;

  constructor(person: Person, language: Language) {
    super();
    this.person = ref(person);
    this.language = ref(language);
  }
}
