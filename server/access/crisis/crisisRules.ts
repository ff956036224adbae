import type { BreakGlass } from '#schema/access/BreakGlass.ts';
import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

type Opened = Pick<BreakGlass, 'userId'>;

/** Who opened it is alone with it: nobody confirms their own. */
export const mayConfirm = ({ id, permissions }: Viewer, { userId }: Opened): boolean =>
  permissions.has('breakGlass.confirm') && id !== userId;

export const mayClose = ({ id, permissions }: Viewer, { userId }: Opened): boolean =>
  id === userId || permissions.has('breakGlass.review');

/** What it was used for, only who used it knows. */
export const mayAccountFor = ({ id }: Viewer, { userId }: Opened): boolean => id === userId;

export const mayReview = ({ id, permissions }: Viewer, { userId }: Opened): boolean =>
  permissions.has('breakGlass.review') && id !== userId;

/** Who gets to crises, and to what is opened in them. */
export const crisisRules: AccessRules = {
  query: { crises: 'register.read', breakGlasses: 'register.read', breakGlass: 'register.read' },
  mutation: {
    declareCrisis: 'crisis.declare',
    endCrisis: 'crisis.declare',
    openBreakGlass: 'breakGlass.open',
    confirmBreakGlass: 'breakGlass.confirm',
    closeBreakGlass: 'register.read',
    accountForBreakGlass: 'breakGlass.open',
    reviewBreakGlass: 'breakGlass.review',
  },
  types: {
    Crisis: 'register.read',
    BreakGlass: 'register.read',
    BreakGlassPermissions: 'register.read',
    DeclareCrisisInput: 'crisis.declare',
    EndCrisisInput: 'crisis.declare',
    OpenBreakGlassInput: 'breakGlass.open',
    BreakGlassInput: 'register.read',
    AccountForBreakGlassInput: 'breakGlass.open',
    ReviewBreakGlassInput: 'breakGlass.review',
  },
};
