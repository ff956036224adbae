import { registerEnumType } from 'type-graphql';

/** Hva lenken er til. What somebody is asked to do by a personal link. */
export enum PersonalLinkPurpose {
  REVIEW = 'review',
}

registerEnumType(PersonalLinkPurpose, {
  name: 'PersonalLinkPurpose',
  description: 'What somebody is asked to do by a personal link.',
  valuesConfig: {
    REVIEW: {
      description: 'Gjennomgang: look over what the register says, and say what is wrong.',
    },
  },
});
