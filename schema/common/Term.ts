import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

/**
 * Begrep. An entry of a controlled vocabulary: an area, a language, a topic, a community.
 *
 * Its number is how rows point at it, alone or in lists; its code is how the outside does. Terms are few, and are kept
 * in the server's memory. `name` is one of three, by the language of the request, and therefore not a column.
 */
@ObjectType({ simpleResolvers: true })
export abstract class Term {
  @PrimaryKey({ type: 'integer', autoincrement: false })
  number: number;

  @Field(() => ID, { description: 'The official code; unique within its vocabulary.' })
  @Property({ type: 'text', unique: true })
  code: string;

  @Field(() => String, {
    description:
      'What it is called in the language of the request (Accept-Language: nb, nn or en).',
  })
  readonly name!: string;

  @Property({ type: 'text' })
  nameNb: string;

  @Property({ type: 'text' })
  nameNn: string;

  @Property({ type: 'text' })
  nameEn: string;

  constructor(number: number, code: string, names: TermNames) {
    this.number = number;
    this.code = code;
    this.nameNb = names.nb;
    this.nameNn = names.nn;
    this.nameEn = names.en;
  }
}

/** What a term is called in the languages of the register. */
export interface TermNames {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}
