import type { AccessRules } from '#server/access/rules.ts';
import type { Viewer } from '#server/access/Viewer.ts';

/** What of a saved search decides who may change it. */
export interface Owned {
  readonly ownerId: string;
  readonly isShared: boolean;
  /** Whether its owner may sign in no more. */
  readonly isOrphan: boolean;
}

/** A search belongs to somebody who signs in: a token has no colleagues, and nobody reads its letters. */
export const maySave = ({ permissions, via }: Viewer): boolean =>
  permissions.has('audience.save') && via === 'session';

/** Its owner; of a shared one whose owner has left, any colleague who saves searches. */
export const mayEdit = (viewer: Viewer, { ownerId, isShared, isOrphan }: Owned): boolean =>
  maySave(viewer) && (viewer.id === ownerId || (isShared && isOrphan));

/** Who gets to saved searches. */
export const audienceRules: AccessRules = {
  query: {
    audiences: 'directory.search',
    audience: 'directory.search',
    audienceCounts: 'directory.search',
  },
  mutation: {
    saveAudience: 'audience.save',
    editAudience: 'audience.save',
    archiveAudience: 'audience.save',
    subscribeToAudience: 'audience.save',
    unsubscribeFromAudience: 'audience.save',
  },
  types: {
    Audience: 'directory.search',
    AudienceCount: 'directory.search',
    AudiencePermissions: 'directory.search',
    AudienceSubscription: 'directory.search',
    AudienceWord: 'directory.search',
    DigestPace: 'directory.search',
    SavedFilter: 'directory.search',
    SearchInput: 'audience.save',
    SaveAudienceInput: 'audience.save',
    EditAudienceInput: 'audience.save',
    ArchiveAudienceInput: 'audience.save',
    SubscribeToAudienceInput: 'audience.save',
    UnsubscribeFromAudienceInput: 'audience.save',
  },
};
