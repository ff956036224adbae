import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the work list. */
export const workRules: AccessRules = {
  query: { workItems: 'work.read' },
  mutation: { claimWork: 'work.read', releaseWork: 'work.read' },
  types: {
    WorkItem: 'work.read',
    WorkItemConnection: 'work.read',
    WorkItemEdge: 'work.read',
    WorkPerson: 'work.read',
    WorkClaim: 'work.read',
    WorkCount: 'work.read',
    WorkKind: 'work.read',
    AreaChoice: 'work.read',
    WorkInput: 'work.read',
  },
};
