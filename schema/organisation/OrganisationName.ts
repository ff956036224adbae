import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Identified } from '#schema/common/Identified.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { NameUse } from './NameUse.ts';
import { Organisation } from './Organisation.ts';

/** Navn. One more name of an organisation: an alias, a former name, its name in another script. */
@ObjectType({ simpleResolvers: true, description: 'One more name of an organisation.' })
@Entity()
export class OrganisationName extends Identified {
  @ManyToOne(() => Organisation, { ref: true })
  organisation: Ref<Organisation>;

  @Field(() => String, { description: 'The name, in its own script.' })
  @Property({ type: 'text' })
  name: string;

  @Field(() => NameUse, { description: 'Why it has this name.' })
  @Enum({ items: () => NameUse })
  use: NameUse;

  @Field(() => Language, { nullable: true, description: 'The language of the name, where known.' })
  @ManyToOne(() => Language, { ref: true, nullable: true, fieldName: 'language_number' })
  language: Ref<Language> | null = null;

  constructor(organisation: Organisation, name: string, use: NameUse) {
    super();
    this.organisation = ref(organisation);
    this.name = name;
    this.use = use;
  }
}
