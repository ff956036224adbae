import { ObjectType } from 'type-graphql';

import { connectionOf } from '#schema/common/connectionOf.ts';
import { Organisation } from './Organisation.ts';

/** Virksomheter, side for side. */
@ObjectType({ simpleResolvers: true, description: 'Organisations, page by page.' })
export class OrganisationConnection extends connectionOf<Organisation>(
  () => Organisation,
  'Organisation',
  'organisations',
) {}
