import { Audience } from '#schema/directory/audience/Audience.ts';
import { AudienceSubscription } from '#schema/directory/audience/AudienceSubscription.ts';
import type { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import { may } from '#server/access/ensure.ts';
import { areasOf } from '#server/access/scope.ts';
import {
  computed,
  contributes,
  type RowRule,
  type Verdict,
  visible,
} from '#server/common/ReadModel.ts';
import { column, later, sql } from '#server/common/sql.ts';
import { mayEdit, maySave, type Owned } from './audienceRules.ts';
import { audienceSentence } from './audienceSentence.ts';
import { audienceWords, type KeptSearch, livingSearch } from './audienceWords.ts';

const ownId = later(({ context }) => context.viewer?.id ?? null);
const ownAreas = later(({ context }) => areasOf(context.viewer?.scope ?? null));
const today = later(({ context }) => context.today);

/**
 * One's own, and those that colleagues share: whose scope touches one's own. Whose owner is nobody on the staff, is nobody's but theirs.
 *
 * For those who work in the register, and none who came by a personal link.
 */
const ownOrShared: RowRule = (alias) =>
  sql`(${later(({ context: { viewer } }) => viewer !== null && viewer.via !== 'link')}::boolean
    and (${column(alias, 'owner_id')} = ${ownId}::uuid
      or (${column(alias, 'is_shared')} and exists (
        select from staff_user as u where u.id = ${column(alias, 'owner_id')}
          and (${ownAreas}::integer[] is null or num_nonnulls(u.scope_organisation_id, u.scope_area_number) = 0
            or areas_in_scope(u.scope_organisation_id, u.scope_area_number, ${today}::date) && ${ownAreas}::integer[])))))`;

/** Whether the trust that the filter names is there. */
export const hasTrust: Verdict<'hasTrust'> = {
  name: 'hasTrust',
  whether: (alias) =>
    sql`exists (select from organisation as o where o.id = (${column(alias, 'filter')} ->> 'trust')::uuid)`,
};

/** Whether the owner may sign in no more. */
export const isOrphan: Verdict<'isOrphan'> = {
  name: 'isOrphan',
  whether: (alias) =>
    sql`exists (select from staff_user as u where u.id = ${column(alias, 'owner_id')} and u.disabled_at is not null)`,
};

/** One's own. */
const own: RowRule = (alias) => sql`${column(alias, 'user_id')} = ${ownId}::uuid`;

/** Whether whoever asks has an address that letters go to. */
const hasAddress: Verdict<'hasAddress'> = {
  name: 'hasAddress',
  whether: () =>
    sql`exists (select from staff_user as u where u.id = ${ownId}::uuid and u.email is not null)`,
};

/** What of a row says what it asks. */
const search = ['text', 'keptFilter', 'trustName', hasTrust] as const;

/** How saved searches are read. */
export const audienceReads = [
  visible(Audience, ownOrShared),
  visible(AudienceSubscription, own),
  contributes(Audience, 'subscription', {
    target: AudienceSubscription,
    by: 'audience',
    as: 'first',
    orderBy: [{ property: 'id' }],
  }),
  computed(
    Audience,
    'canBeTold',
    [hasAddress],
    ({ hasAddress: has }: { hasAddress: boolean }, { viewer }) =>
      has && viewer !== null && maySave(viewer),
  ),
  computed(
    Audience,
    'filter',
    search,
    (kept: KeptSearch, context): DirectoryFilter => livingSearch(kept, context).filter,
  ),
  computed(Audience, 'words', search, (kept: KeptSearch, context) => audienceWords(kept, context)),
  computed(Audience, 'sentence', search, (kept: KeptSearch, context) =>
    audienceSentence({ text: kept.text, words: audienceWords(kept, context) }, context.locale),
  ),
  computed(
    Audience,
    'isBroken',
    search,
    (kept: KeptSearch, context) => livingSearch(kept, context).isBroken,
  ),
  computed(Audience, 'viewerMay', ['ownerId', 'isShared', isOrphan], (row: Owned, { viewer }) => ({
    edit: may(mayEdit, viewer, row),
    copy: viewer !== null && maySave(viewer),
  })),
];
