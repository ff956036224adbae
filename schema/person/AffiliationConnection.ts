import { ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { Affiliation } from './Affiliation.ts';

/** Tilknytninger, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Affiliations, page by page.' })
export class AffiliationConnection extends connectionOf<Affiliation>(
  () => Affiliation,
  'Affiliation',
  'affiliations',
) {}
