import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Who brought a file. */
export interface BroughtBy {
  readonly byId: string | null;
  readonly via: string;
}

/** Whoever brought a file opens it; nobody else does, for its rows may name people. */
export const mayOpenImport = ({ id, permissions, via }: Viewer, it: BroughtBy): boolean =>
  permissions.has('register.import') && it.byId === id && it.via === via;

/** Who gets to imports. */
export const importRules: AccessRules = {
  query: { imports: 'register.import', import: 'register.import', importRows: 'register.import' },
  mutation: {
    mapImportColumns: 'register.import',
    mendImportRow: 'register.import',
    applyImport: 'register.import',
    discardImport: 'register.import',
  },
  types: {
    Import: 'register.import',
    ImportConnection: 'register.import',
    ImportEdge: 'register.import',
    ImportColumn: 'register.import',
    ImportCounts: 'register.import',
    ImportRow: 'register.import',
    ImportFlaw: 'register.import',
    ImportCandidate: 'register.import',
    ImportPermissions: 'register.import',
    ImportField: 'register.import',
    ImportPolicy: 'register.import',
    ImportState: 'register.import',
    ImportGuess: 'register.import',
    ImportOutcome: 'register.import',
    MapImportColumnsInput: 'register.import',
    MappedColumnInput: 'register.import',
    MendImportRowInput: 'register.import',
    MendedCellInput: 'register.import',
    ApplyImportInput: 'register.import',
  },
};
