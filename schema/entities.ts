import 'reflect-metadata';

import { ApiToken } from './access/ApiToken.ts';
import { BreakGlass } from './access/BreakGlass.ts';
import { Crisis } from './access/Crisis.ts';
import { Change } from './access/Change.ts';
import { PersonalLink } from './access/PersonalLink.ts';
import { Session } from './access/Session.ts';
import { StaffUser } from './access/StaffUser.ts';
import { Area } from './vocabulary/Area.ts';
import { Community } from './vocabulary/Community.ts';
import { Language } from './vocabulary/Language.ts';
import { Topic } from './vocabulary/Topic.ts';
import { RegisterProposal } from './directory/register/RegisterProposal.ts';
import { Catchment } from './organisation/Catchment.ts';
import { Organisation } from './organisation/Organisation.ts';
import { OrganisationContactPoint } from './organisation/OrganisationContactPoint.ts';
import { OrganisationName } from './organisation/OrganisationName.ts';
import { OrganisationSource } from './organisation/OrganisationSource.ts';
import { Affiliation } from './person/Affiliation.ts';
import { Consent } from './person/Consent.ts';
import { Person } from './person/Person.ts';
import { PersonContactPoint } from './person/PersonContactPoint.ts';
import { PersonLanguage } from './person/PersonLanguage.ts';
import { PersonSource } from './person/PersonSource.ts';
import { Audience } from './directory/audience/Audience.ts';
import { AudienceSubscription } from './directory/audience/AudienceSubscription.ts';

/** Every entity there is, in the order of the slices. */
export const entities = [
  StaffUser,
  Session,
  ApiToken,
  Crisis,
  BreakGlass,
  Change,
  PersonalLink,
  Area,
  Language,
  Topic,
  Community,
  Organisation,
  OrganisationName,
  OrganisationContactPoint,
  OrganisationSource,
  Catchment,
  Person,
  PersonLanguage,
  PersonContactPoint,
  PersonSource,
  Consent,
  Affiliation,
  Audience,
  AudienceSubscription,
  RegisterProposal,
];
