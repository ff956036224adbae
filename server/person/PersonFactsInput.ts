import { Field, ID, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';

@InputType({ description: 'A language that a person masters, and how well.' })
export class PersonLanguageInput {
  @Field(() => ID, { description: 'The code of the language; each language once.' })
  language!: string;

  @Field(() => LanguageLevel, {
    nullable: true,
    description: 'How well they speak it; null: not, or not told.',
  })
  speaks?: LanguageLevel | null;

  @Field(() => LanguageLevel, {
    nullable: true,
    description: 'How well they understand it; null: not told.',
  })
  understands?: LanguageLevel | null;

  @Field(() => LanguageLevel, {
    nullable: true,
    description: 'How well they write it; null: not, or not told.',
  })
  writes?: LanguageLevel | null;
}

@InputType({
  description:
    'A way to reach a person: a new one, or one that is there and that the viewer sees, by its `id`. Of one that is there, what is left out stays.',
})
export class PersonContactPointInput {
  @Field(() => ID, { nullable: true, description: 'The UUID of one that is there.' })
  id?: string | null;

  @Field(() => ContactChannel, {
    nullable: true,
    description: 'By what means; of a new one. That of one that is there stays what it is.',
  })
  channel?: ContactChannel | null;

  @Field(() => Text, {
    nullable: true,
    description:
      'The number, the address, in the form of its channel: of a new one; or what takes the place of a value that is there, which need not be seen for that. A replaced one counts as not yet tried.',
  })
  value?: string | null;

  @Field(() => Text, { nullable: true, description: 'What it is: «Mobil», «Jobb».' })
  label?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The code of the language to use there; null for none in particular.',
  })
  language?: string | null;

  @Field(() => Text, {
    nullable: true,
    description: 'When it is answered, in words: «man–fre 10–15».',
  })
  hours?: string | null;

  @Field(() => ContactAudience, {
    nullable: true,
    description:
      'Who may see it; everyone who reads the register, unless something else is said. Whoever is not among them does not see it again, either.',
  })
  audience?: ContactAudience | null;
}

/** Opplysninger. What is told of a person, by those who have it from the person: never origin, ethnicity or religion. */
@InputType({ description: 'What is told of a person.' })
export abstract class PersonFactsInput {
  @Field(() => Text, { nullable: true, description: 'Family name; may be empty.' })
  familyName?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Where the person is of use: codes of areas, at most 50.',
  })
  areas?: string[] | null;

  @Field(() => [PersonLanguageInput], {
    nullable: true,
    description: 'All languages that the person masters: at most 30.',
  })
  languages?: PersonLanguageInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'What the person knows about: codes of topics, at most 50.',
  })
  topics?: string[] | null;

  @Field(() => [Willingness], {
    nullable: true,
    description: 'What the person has said they are willing to do.',
  })
  willingness?: Willingness[] | null;

  @Field(() => [PersonContactPointInput], {
    nullable: true,
    description:
      'All ways to reach the person that the viewer sees, the best first: one that is left out is removed. At most 20. A new one waits for a consent like those before it.',
  })
  contactPoints?: PersonContactPointInput[] | null;
}
