import { useIntl } from 'react-intl';

import type { organisationKinds } from '#client/organisation/organisationKinds.ts';

type OrganisationKind = (typeof organisationKinds)[number];

/** For whom a deadline is. */
export interface Whose {
  readonly trustName: string | null;
  readonly kind: OrganisationKind | null;
}

/** For whom a deadline is, in words that go within a sentence. */
export function useWhom(): (whose: Whose) => string {
  const { formatMessage } = useIntl();
  return ({ trustName: trust, kind }) => {
    const named = kind && formatMessage({ id: `organisationKind.${kind}` });
    if (trust && named) return formatMessage({ id: 'deadline.whom' }, { kind: named, trust });
    if (trust) return formatMessage({ id: 'deadline.whomTrust' }, { trust });
    if (named) return formatMessage({ id: 'deadline.whomKind' }, { kind: named });
    return formatMessage({ id: 'deadline.whomAll' });
  };
}
