/** A consent, as far as it says which of two holds. */
export interface HeldConsent {
  readonly id: string;
  readonly personId: string;
  readonly purpose: string;
  readonly expiresOn: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
}

/** Where a consent is to belong, and whether it ends with the merge. */
export interface UnitedConsent {
  readonly id: string;
  readonly personId: string;
  /** How somebody said no in the other record, where that ends this one. */
  readonly withdrawnBy: string | null;
}

/**
 * Samtykker for begge. Of what two records of one person have said yes and no to, the stricter holds: where one has said no, the yes of
 * the other ends; of two that hold, the one that expires first does, and the other stays with the tombstone. A receipt is never rewritten.
 *
 * `consents`: of both. `today`: a consent holds to its last day. Gives those that change.
 */
export function consentsOfBoth(
  consents: readonly HeldConsent[],
  { survivorId, loserId }: { readonly survivorId: string; readonly loserId: string },
  today: string,
): UnitedConsent[] {
  const holds = ({ withdrawnAt, expiresOn }: HeldConsent) => !withdrawnAt && expiresOn >= today;
  const united: UnitedConsent[] = [];
  for (const those of Map.groupBy(consents, ({ purpose }) => purpose).values()) {
    const of = (id: string) => those.filter(({ personId }) => personId === id);
    const noOf = (id: string): HeldConsent | null => {
      const theirs = of(id);
      return theirs.some(holds) ? null : latestNo(theirs);
    };
    const no = noOf(survivorId) ?? noOf(loserId);
    const yes = those.filter(holds).toSorted(byExpiry);
    const [first] = yes;
    for (const consent of those) {
      const { id, personId } = consent;
      if (!yes.includes(consent)) {
        if (personId !== survivorId) united.push({ id, personId: survivorId, withdrawnBy: null });
      } else if (no) {
        united.push({ id, personId: survivorId, withdrawnBy: no.withdrawnBy });
      } else {
        const belongs = consent === first ? survivorId : loserId;
        if (personId !== belongs) united.push({ id, personId: belongs, withdrawnBy: null });
      }
    }
  }
  return united;
}

const latestNo = (consents: readonly HeldConsent[]): HeldConsent | null =>
  consents
    .filter(({ withdrawnAt }) => withdrawnAt)
    .toSorted((one, other) => compare(other.withdrawnAt ?? '', one.withdrawnAt ?? ''))[0] ?? null;

const byExpiry = (one: HeldConsent, other: HeldConsent): number =>
  compare(one.expiresOn, other.expiresOn) || compare(one.id, other.id);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
