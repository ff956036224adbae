import { ref } from '@mikro-orm/core';

import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { Catchment } from '#schema/organisation/Catchment.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { ContactPoint } from '#schema/organisation/ContactPoint.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { OrganisationName } from '#schema/organisation/OrganisationName.ts';
import { OrganisationSource } from '#schema/organisation/OrganisationSource.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import type { Language } from '#schema/vocabulary/Language.ts';
import type { Term } from '#schema/common/Term.ts';

const numbers = (terms: readonly Term[]) => terms.map(({ number }) => number);

type PlainFields = 'id' | 'memberCount' | 'memberYear' | 'closedOn' | 'verifiedOn' | 'verifiedBy';

/** An organisation like any other; terms are given as terms. A day of verification alone means: by phone. */
export function anOrganisation({
  name = 'Foreningen Eksempel',
  kind = OrganisationKind.IMMIGRANT_ORGANISATION,
  number = null,
  seat = null,
  parent = null,
  languages = [],
  communities = [],
  topics = [],
  servedAreas = [],
  verifiedOn = null,
  verifiedBy = verifiedOn ? VerificationMethod.PHONE : null,
  ...rest
}: Partial<Pick<Organisation, PlainFields>> & {
  name?: string;
  kind?: OrganisationKind;
  number?: string | null;
  seat?: Area | null;
  parent?: Organisation | null;
  languages?: readonly Language[];
  communities?: readonly Term[];
  topics?: readonly Term[];
  servedAreas?: readonly Area[];
} = {}): Organisation {
  const organisation = new Organisation(name, kind);
  if (number) organisation.numbered(number);
  return Object.assign(organisation, {
    seat: seat && ref(seat),
    parent: parent && ref(parent),
    languages: numbers(languages),
    communities: numbers(communities),
    topics: numbers(topics),
    servedAreas: numbers(servedAreas),
    verifiedOn,
    verifiedBy,
    ...rest,
  });
}

/** What contact points have in common, whoever they belong to. */
export type ContactPointDetails = Partial<
  Pick<
    ContactPoint,
    'id' | 'label' | 'hours' | 'position' | 'audience' | 'lastWorkedOn' | 'bouncedOn'
  >
> & { language?: Language | null };

/** A way to reach an organisation: by default a phone that reaches nobody. */
export function aContactPoint(
  organisation: Organisation,
  {
    channel = ContactChannel.PHONE,
    value = '+4700000000',
    language = null,
    ...rest
  }: ContactPointDetails & { channel?: ContactChannel; value?: string } = {},
): OrganisationContactPoint {
  const point = new OrganisationContactPoint(organisation, channel, value);
  return Object.assign(point, { language: language && ref(language), ...rest });
}

export function aName(
  organisation: Organisation,
  name: string,
  {
    use = NameUse.ALIAS,
    language = null,
    ...rest
  }: { id?: string; use?: NameUse; language?: Language | null } = {},
): OrganisationName {
  const another = new OrganisationName(organisation, name, use);
  return Object.assign(another, { language: language && ref(language), ...rest });
}

export function aSource(
  organisation: Organisation,
  title: string,
  rest: Partial<Pick<OrganisationSource, 'id' | 'url' | 'year'>> = {},
): OrganisationSource {
  return Object.assign(new OrganisationSource(organisation, title), rest);
}

export function aCatchment(
  area: Area,
  trust: Organisation,
  {
    since = '2025-01-01',
    ...rest
  }: Partial<
    Pick<Catchment, 'id' | 'since' | 'until' | 'localHospital' | 'confidence' | 'note'>
  > = {},
): Catchment {
  return Object.assign(new Catchment(area, trust, since), rest);
}
