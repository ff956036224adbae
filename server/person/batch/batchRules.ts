import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to batches: those who read history see them, those who write in the register take them back. */
export const batchRules: AccessRules = {
  query: { batch: 'history.read', batches: 'history.read' },
  mutation: { undoBatch: 'register.write' },
  types: {
    Batch: 'history.read',
    BatchConnection: 'history.read',
    BatchEdge: 'history.read',
    BatchKind: 'history.read',
    BatchState: 'history.read',
    BatchPermissions: 'history.read',
    UndoBatchInput: 'register.write',
  },
};
