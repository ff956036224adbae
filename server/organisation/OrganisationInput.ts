import { Field, ID, InputType, Int } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Text } from '#schema/common/Text.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';

@InputType({ description: 'One more name of an organisation.' })
export class OrganisationNameInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of one that is there; none for a new one.',
  })
  id?: string | null;

  @Field(() => Text, {
    description: 'The name, in its own script: one line, at most 200 characters.',
  })
  name!: string;

  @Field(() => NameUse, { description: 'Why it has this name.' })
  use!: NameUse;

  @Field(() => ID, { nullable: true, description: 'The code of its language, where known.' })
  language?: string | null;
}

@InputType({ description: 'One way to reach an organisation.' })
export class OrganisationContactPointInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of one that is there; none for a new one.',
  })
  id?: string | null;

  @Field(() => ContactChannel, { description: 'By what means.' })
  channel!: ContactChannel;

  @Field(() => Text, {
    description:
      'In the form of its channel. Norwegian numbers may lack the country code, web addresses the https.',
  })
  value!: string;

  @Field(() => Text, {
    nullable: true,
    description: 'What it is, in a few words: at most 100 characters.',
  })
  label?: string | null;

  @Field(() => ID, { nullable: true, description: 'The code of the language to use there.' })
  language?: string | null;

  @Field(() => Text, {
    nullable: true,
    description: 'When it is answered, in words: at most 100 characters.',
  })
  hours?: string | null;

  @Field(() => ContactAudience, {
    nullable: true,
    description: 'Who may see it; all staff where it is left out.',
  })
  audience?: ContactAudience | null;
}

@InputType({ description: 'How many members, by its own account.' })
export class MembershipInput {
  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => Int, { description: 'In which year.' })
  year!: number;
}

/** Opplysninger. What is said of an organisation, as one says it. What is left out stays as it is; null takes it away. */
@InputType()
export abstract class OrganisationInput {
  @Field(() => Text, {
    nullable: true,
    description:
      'What it calls itself: one line, at most 200 characters. Marks of direction are taken out.',
  })
  name?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'That names with words in two scripts, such as Latin and Cyrillic, are meant so.',
  })
  acceptMixedScripts?: boolean | null;

  @Field(() => OrganisationKind, { nullable: true, description: 'What sort of body it is.' })
  kind?: OrganisationKind | null;

  @Field(() => Text, {
    nullable: true,
    description:
      'Organisasjonsnummer: nine digits with a right check digit, that no other has. Blanks are taken out.',
  })
  number?: string | null;

  @Field(() => [OrganisationNameInput], {
    nullable: true,
    description: 'All its other names, at most 50: those that are not among them are removed.',
  })
  names?: OrganisationNameInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The code of the municipality of its seat.' })
  seat?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The UUID of the body above it: neither itself nor one below it.',
  })
  parent?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the languages in which it reaches people.',
  })
  languages?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of countries of background of those whom it reaches.',
  })
  communities?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of what it knows about or works with.' })
  topics?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of the areas that it serves.' })
  servedAreas?: string[] | null;

  @Field(() => MembershipInput, {
    nullable: true,
    description: 'How many members, by its own account.',
  })
  membership?: MembershipInput | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its first day in operation.' })
  openedOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Its last day in operation; not before the first.',
  })
  closedOn?: string | null;

  @Field(() => [OrganisationContactPointInput], {
    nullable: true,
    description:
      'All the ways to reach it that the viewer sees, at most 50, the best first: those that are not among them are removed. One whose value changes counts as not yet tried.',
  })
  contactPoints?: OrganisationContactPointInput[] | null;

  @Field(() => Text, { nullable: true, description: 'Why, for those who read the history.' })
  reason?: string | null;
}
