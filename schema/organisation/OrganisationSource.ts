import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

import { Source } from '#schema/common/Source.ts';
import { Organisation } from './Organisation.ts';

/** Kilde. Where a fact on an organisation comes from. */
@ObjectType({
  simpleResolvers: true,
  implements: Source,
  description: 'Where a fact on an organisation comes from.',
})
@Entity()
export class OrganisationSource extends Source {
  @ManyToOne(() => Organisation, { ref: true })
  organisation: Ref<Organisation>;

  constructor(organisation: Organisation, title: string) {
    super(title);
    this.organisation = ref(organisation);
  }
}
