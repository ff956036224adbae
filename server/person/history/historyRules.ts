import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to traces: of one record, those who look after records; of all, and of who read what, the privacy officer. */
export const historyRules: AccessRules = {
  query: { changes: 'changeLog.read', reads: 'readLog.read' },
  mutation: { undoChange: 'register.write' },
  types: {
    Author: 'history.read',
    Change: 'history.read',
    ChangeConnection: 'history.read',
    ChangeEdge: 'history.read',
    ChangedField: 'history.read',
    ChangedRecord: 'history.read',
    ChangePermissions: 'history.read',
    Door: 'history.read',
    ChangeFilter: 'changeLog.read',
    UndoChangeInput: 'register.write',
    ReadFilter: 'readLog.read',
    ReadPurpose: 'readLog.read',
    PersonRead: 'readLog.read',
    ReadOfPerson: 'readLog.read',
    ReadOfPersonConnection: 'readLog.read',
    ReadOfPersonEdge: 'readLog.read',
  },
};
