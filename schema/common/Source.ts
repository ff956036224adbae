import { Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, InterfaceType } from 'type-graphql';

import { Identified } from './Identified.ts';

/** Kilde. Where a fact on a record comes from. Records own theirs: `OrganisationSource`, `PersonSource`. */
@InterfaceType({
  description: 'Where a fact on a record comes from.',
  resolveType: (row: { __typename: string }) => row.__typename,
})
export abstract class Source extends Identified {
  @Field(() => String, { description: 'What the source is called, for people to read.' })
  @Property({ type: 'text' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Where to read it; an https address.' })
  @Property({ type: 'text', nullable: true })
  url: string | null = null;

  @Field(() => Int, { nullable: true, description: 'The year that the source speaks of.' })
  @Property({ type: 'integer', nullable: true })
  year: number | null = null;

  constructor(title: string) {
    super();
    this.title = title;
  }
}
