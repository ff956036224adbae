import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Whoever writes in the register, and is there to confirm the number: a token changes one after the other. */
export const mayEditMany = ({ permissions, via }: Viewer): boolean =>
  permissions.has('register.write') && via === 'session';

/** Who gets to change many at once. */
export const bulkRules: AccessRules = {
  query: { bulkEdit: 'register.write' },
  mutation: { prepareBulkEdit: 'register.write', applyBulkEdit: 'register.write' },
  types: {
    BulkEdit: 'register.write',
    BulkLeft: 'register.write',
    BulkRefusal: 'register.write',
    BulkAction: 'register.write',
    BulkReason: 'register.write',
    BulkState: 'register.write',
    BulkSelectionInput: 'register.write',
    PrepareBulkEditInput: 'register.write',
    ApplyBulkEditInput: 'register.write',
  },
};
