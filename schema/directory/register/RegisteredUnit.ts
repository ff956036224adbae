import { Field, ID, ObjectType } from 'type-graphql';

import { LocalDate } from '#schema/common/LocalDate.ts';
import { Area } from '#schema/vocabulary/Area.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A category of Frivillighetsregisteret, by the international classification ICNPO.',
})
export class VoluntaryCategory {
  @Field(() => String, { description: 'Its code: 10100.' })
  code!: string;

  @Field(() => String, { description: 'What it is called in the language of the request.' })
  name!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The organisation in Samband that has the number.',
})
export class KnownOrganisation {
  @Field(() => ID, { description: 'Its UUID.' })
  id!: string;

  @Field(() => String, { description: 'What it calls itself.' })
  name!: string;
}

/** Registrert enhet. What Enhetsregisteret says of a unit, as far as we may keep it. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What Enhetsregisteret says of a unit: facts about it, and no way to reach a person.',
})
export class RegisteredUnit {
  @Field(() => ID, { description: 'Organisasjonsnummer.' })
  number!: string;

  @Field(() => String, { description: 'Its name as it is registered, mostly in capitals.' })
  registeredName!: string;

  @Field(() => String, { description: 'The same as one would write it: a suggestion.' })
  name!: string;

  @Field(() => [String], { description: 'What it was called before, as registered.' })
  formerNames!: readonly string[];

  @Field(() => String, { description: 'Organisasjonsform, as FLI for an association.' })
  form!: string;

  @Field(() => String, { description: 'The same in words, in Norwegian.' })
  formName!: string;

  @Field(() => String, { nullable: true, description: 'Næringskode, as 94.910.' })
  industry!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words, in Norwegian.' })
  industryName!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was founded.' })
  foundedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was registered.' })
  registeredOn!: string | null;

  @Field(() => Area, {
    nullable: true,
    description:
      'The municipality of its business address; null where it has none that we know of.',
  })
  seat!: object | null;

  @Field(() => String, { nullable: true, description: 'The postcode of its business address.' })
  postcode!: string | null;

  @Field(() => String, { nullable: true, description: 'Its website, as it is registered.' })
  website!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, in its own words.' })
  purpose!: string | null;

  @Field(() => Boolean, { description: 'Whether it is bankrupt.' })
  isBankrupt!: boolean;

  @Field(() => Boolean, { description: 'Whether it is being wound up.' })
  isClosing!: boolean;

  @Field(() => Boolean, { description: 'Whether it stands in Frivillighetsregisteret.' })
  isVoluntary!: boolean;

  @Field(() => [VoluntaryCategory], {
    nullable: true,
    description:
      'Its categories there, the main one first; null where it has none, or was not asked for by its number.',
  })
  categories!: readonly VoluntaryCategory[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it was deleted from Enhetsregisteret; null while it is there.',
  })
  deletedOn!: string | null;

  @Field(() => KnownOrganisation, {
    nullable: true,
    description: 'The organisation in Samband that has the number already.',
  })
  known!: KnownOrganisation | null;
}
