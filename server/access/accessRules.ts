import { type AccessRules, anyone } from './rules.ts';

/** Everyone may ask who they are; a stranger learns that they are nobody. Whoever is somebody sees their own sessions, and no other's. */
export const accessRules: AccessRules = {
  query: { viewer: anyone, sessions: 'session.end' },
  mutation: { endSession: 'session.end', endOtherSessions: 'session.end' },
  types: {
    Viewer: anyone,
    Role: anyone,
    Purpose: anyone,
    Session: anyone,
    EndSessionInput: 'session.end',
  },
};
