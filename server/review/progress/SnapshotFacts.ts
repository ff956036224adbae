import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';

/** Det en utgave holder av en virksomhet: what the view `organisation_facts` says. */
export interface SnapshotFacts {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly number: string | null;
  readonly seat: number | null;
  readonly languages: readonly number[];
  readonly communities: readonly number[];
  readonly topics: readonly number[];
  readonly areas: readonly number[];
  readonly contact: readonly { readonly channel: ContactChannel; readonly mark: string }[];
  readonly verifiedOn: string | null;
  readonly verifiedBy: VerificationMethod | null;
}
