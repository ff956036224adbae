import type { AccessRules } from '#server/access/rules.ts';

/** Who takes something out of the register, and who sees that they have. */
export const exportRules: AccessRules = {
  query: { exportSize: 'register.export', exports: 'readLog.read' },
  mutation: { prepareExport: 'register.export' },
  types: {
    ExportInput: 'register.export',
    ExportColumn: 'register.export',
    ExportSeparator: 'register.export',
    ExportSize: 'register.export',
    PreparedExport: 'register.export',
    // The officer reads in the list what the others ask with.
    ExportFormat: 'register.read',
    ExportListFilter: 'readLog.read',
    ExportState: 'readLog.read',
    Export: 'readLog.read',
    ExportConnection: 'readLog.read',
    ExportEdge: 'readLog.read',
  },
};
