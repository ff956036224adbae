import { type AccessRules, anyone } from './rules.ts';

/** Everyone may ask who they are; a stranger learns that they are nobody. Whoever is somebody sees their own sessions, and no other's. */
export const accessRules: AccessRules = {
  query: {
    viewer: anyone,
    sessions: 'session.end',
    whomToAsk: 'register.read',
    staffUsers: 'staff.manage',
    apiTokens: 'token.manage',
  },
  mutation: {
    endSession: 'session.end',
    endOtherSessions: 'session.end',
    admitStaff: 'staff.manage',
    changeRole: 'staff.manage',
    disableStaff: 'staff.manage',
    enableStaff: 'staff.manage',
    createApiToken: 'token.manage',
    revokeApiToken: 'token.manage',
  },
  types: {
    Viewer: anyone,
    Role: anyone,
    Purpose: anyone,
    Session: anyone,
    EndSessionInput: 'session.end',
    AccessContact: 'register.read',
    StaffUser: 'staff.manage',
    StaffUserPermissions: 'staff.manage',
    StaffUserConnection: 'staff.manage',
    StaffUserEdge: 'staff.manage',
    AdmitStaffInput: 'staff.manage',
    ChangeRoleInput: 'staff.manage',
    DisableStaffInput: 'staff.manage',
    EnableStaffInput: 'staff.manage',
    ApiToken: 'token.manage',
    ApiTokenConnection: 'token.manage',
    ApiTokenEdge: 'token.manage',
    CreatedApiToken: 'token.manage',
    CreateApiTokenInput: 'token.manage',
    RevokeApiTokenInput: 'token.manage',
  },
};
