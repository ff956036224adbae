import { readFragment } from '#client/graphql.ts';
import { StaffRow_user, type StaffUserShown } from './StaffRow.tsx';

/** The one of those shown whom the address asks about. */
export const useAskedUser = (users: readonly StaffUserShown[], id: string | null) =>
  readFragment(StaffRow_user, users).find((user) => user.id === id);
