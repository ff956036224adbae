import type { FreshnessState } from '#schema/common/FreshnessState.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { NameUse } from '#schema/organisation/NameUse.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import type { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import type { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import type { Willingness } from '#schema/person/Willingness.ts';

/** A way to reach somebody, as the viewer may see it. */
export interface ExportedPoint {
  readonly channel: ContactChannel;
  readonly value: string;
  readonly isMasked: boolean;
  readonly position: number;
  readonly label: string | null;
  readonly hours: string | null;
  readonly lastWorkedOn: string | null;
  readonly bouncedOn: string | null;
}

interface Named {
  readonly name: string;
}

interface Coded extends Named {
  readonly code: string;
}

/** Whom to ask first in an organisation. */
export interface AskedFirst {
  readonly role: AffiliationRole;
  readonly title: string | null;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly contactPoints: readonly ExportedPoint[];
  };
}

/** Under which a row holds whom to ask first, as the planner keeps it. */
export const askedFirst = 'affiliations(current: true,first: 1)';
/** Under which a row holds where a person belongs today. */
export const belongings = 'affiliations(current: true,first: 20)';

/** An organisation as it was read for a file: of these, what the file asks for. */
export interface ExportedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly number: string | null;
  readonly names: readonly { readonly name: string; readonly use: NameUse }[];
  readonly parent: (Named & { readonly id: string }) | null;
  readonly languages: readonly Coded[];
  readonly seat: Coded | null;
  readonly servedAreas: readonly Coded[];
  readonly topics: readonly Coded[];
  readonly communities: readonly Coded[];
  readonly membership: { readonly count: number } | null;
  readonly freshness: { readonly state: FreshnessState; readonly verifiedOn: string | null };
  readonly closedOn: string | null;
  readonly contactPoints: readonly ExportedPoint[];
  readonly [askedFirst]: { readonly nodes: readonly AskedFirst[] };
}

/** A person likewise. */
export interface ExportedPerson {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly languages: readonly {
    readonly language: Coded;
    readonly speaks: LanguageLevel | null;
  }[];
  readonly areas: readonly Coded[];
  readonly topics: readonly Coded[];
  readonly willingness: readonly Willingness[];
  readonly freshness: { readonly state: FreshnessState; readonly verifiedOn: string | null };
  readonly contactPoints: readonly ExportedPoint[];
  readonly [belongings]: {
    readonly nodes: readonly {
      readonly role: AffiliationRole;
      readonly title: string | null;
      readonly organisation: Named;
    }[];
  };
}

/** What is read of each of the two, and what a file makes of it. */
export interface OfEach<OfOrganisation, OfPerson = OfOrganisation> {
  readonly organisation: OfOrganisation;
  readonly person: OfPerson;
}

/** En oppføring på vei ut. */
export type Exported =
  | { readonly record: 'organisation'; readonly row: ExportedOrganisation }
  | { readonly record: 'person'; readonly row: ExportedPerson };
