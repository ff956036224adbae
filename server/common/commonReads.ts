import { Verified } from '#schema/common/Verified.ts';
import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { freshnessOf } from './freshnessOf.ts';
import { computed } from './ReadModel.ts';

interface VerifiedRow {
  verifiedOn: string | null;
  verifiedBy: VerificationMethod | null;
}

/** What every profile that is verified now and then can be asked. */
export const commonReads = [
  computed(Verified, 'freshness', ['verifiedOn', 'verifiedBy'], (row: VerifiedRow, { today }) =>
    freshnessOf(row.verifiedOn, row.verifiedBy, today),
  ),
];
