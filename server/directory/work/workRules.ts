import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to the work list. */
export const workRules: AccessRules = {
  query: { workItems: 'work.read' },
  mutation: { claimWork: 'register.write', releaseWork: 'register.write' },
  types: {
    WorkItem: 'work.read',
    WorkItemConnection: 'work.read',
    WorkItemEdge: 'work.read',
    WorkClaim: 'work.read',
    WorkCount: 'work.read',
    WorkKind: 'work.read',
    AreaChoice: 'work.read',
    WorkInput: 'register.write',
  },
};
