import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

import { ChangedField } from '#schema/access/ChangedField.ts';
import { Identified } from '#schema/common/Identified.ts';
import { Moment } from '#schema/common/Moment.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OutsideRegister } from './OutsideRegister.ts';
import { ProposalEvidence } from './ProposalEvidence.ts';
import { ProposalKind } from './ProposalKind.ts';
import { ProposalPermissions } from './ProposalPermissions.ts';
import { ProposalState } from './ProposalState.ts';

/**
 * Forslag fra et register. That something has happened to an organisation, by the word of a register of others, and what would follow from it here. It
 * writes nothing: an editor takes it, with or without another value, or says no.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'That something has happened to an organisation, by the word of a register of others. It writes nothing: an editor decides.',
})
@Entity()
export class RegisterProposal extends Identified {
  @Field(() => Int, { description: 'Counts what was decided about it.' })
  @Property({ type: 'integer' })
  version!: number;

  @Field(() => Organisation, { description: 'The organisation that it is about.' })
  @ManyToOne(() => Organisation, { ref: true })
  organisation!: Ref<Organisation>;

  @Field(() => OutsideRegister, { description: 'Which register says so.' })
  @Enum({ items: () => OutsideRegister })
  register!: OutsideRegister;

  @Field(() => ProposalKind, { description: 'What has happened.' })
  @Enum({ items: () => ProposalKind })
  kind!: ProposalKind;

  @Field(() => [ChangedField], {
    description:
      'What would be written, field by field; nothing where it is for the editor to see what follows.',
  })
  @Property({ type: 'jsonb' })
  fields!: ChangedField[];

  @Field(() => [ProposalEvidence], { description: 'What the register says, before and now.' })
  @Property({ type: 'jsonb' })
  evidence!: ProposalEvidence[];

  @Property({ type: 'text' })
  fingerprint!: string;

  @Field(() => Moment, { description: 'When we heard of it.' })
  @Property({ type: 'timestamptz' })
  foundAt!: Date;

  @Field(() => ProposalState, { description: 'How far it has come.' })
  @Enum({ items: () => ProposalState })
  state!: ProposalState;

  @Property({ type: 'uuid', nullable: true })
  decidedById!: string | null;

  @Field(() => String, { nullable: true, description: 'Who decided it; null where nobody has.' })
  @Property({ type: 'text', nullable: true })
  decidedBy!: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was closed.' })
  @Property({ type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  /** Of the organisation, as the decision left it. */
  @Property({ type: 'integer', nullable: true })
  decidedVersion!: number | null;

  @Field(() => String, { nullable: true, description: 'Why, if they said so.' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => ProposalPermissions, { description: 'What the viewer may do with it.' })
  readonly viewerMay!: ProposalPermissions;
}
