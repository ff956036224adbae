import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** Whoever may write on a record sends links to those whom it is about. */
export const mayIssueLink = (
  { permissions }: Viewer,
  { isInScope }: { readonly isInScope: boolean },
): boolean => permissions.has('link.issue') && permissions.has('register.write') && isInScope;

/** Who gets to personal links. */
export const personalLinkRules: AccessRules = {
  query: { personalLinks: 'link.issue', personalLinkText: 'link.issue' },
  mutation: { issuePersonalLink: 'link.issue', revokePersonalLink: 'link.issue' },
  types: {
    PersonalLink: 'link.issue',
    LinkText: 'link.issue',
    IssuePersonalLinkInput: 'link.issue',
    RevokePersonalLinkInput: 'link.issue',
    LinkLanguage: 'link.issue',
    PersonalLinkPurpose: 'link.issue',
  },
};
