import type { AccessRules } from '#server/access/rules.ts';
import type { Context } from '#server/context.ts';
import { maskContact } from './maskContact.ts';

/** Who gets to people. Their contact values are for those who have work to do with them. */
export const personRules: AccessRules = {
  query: { person: 'register.read' },
  types: {
    Person: 'register.read',
    PersonLanguage: 'register.read',
    PersonContactPoint: 'register.read',
    PersonSource: 'register.read',
    Affiliation: 'register.read',
    AffiliationConnection: 'register.read',
    AffiliationEdge: 'register.read',
  },
  fields: {
    'PersonContactPoint.value': {
      inFullFor: 'personContact.read',
      mask: maskContact,
      disclosed: ({ person }: { person: string }, { disclosures }: Context) =>
        disclosures.note(person, ['contactPoints.value']),
    },
  },
};
