/** The roles that a human being can have. */
export const humanRoles = [
  'READER',
  'EDITOR',
  'COORDINATOR',
  'RECRUITER',
  'PROGRAMME_LEAD',
  'PRIVACY_OFFICER',
  'ADMINISTRATOR',
] as const;

export type RoleName = (typeof humanRoles)[number];
