import type { RecordKind } from '#schema/directory/RecordKind.ts';
import type { Belonging } from './Belonging.ts';

const contactPoints = {
  becomes: 'moves',
  relation: 'contactPoints',
  isInOrder: true,
  unwatched: ['last_worked_on', 'bounced_on'],
} as const;

const sources = {
  becomes: 'moves',
  relation: 'sources',
  alike: ['lower(r.title)', 'r.url', 'r.year'],
} as const;

const scopes = (table: string): Belonging => ({
  table,
  column: 'scope_organisation_id',
  // Whoever works where the survivor answers would see more, or less, from one moment to the next: that is for an administrator to say.
  becomes: 'stops',
  relation: 'scopes',
});

const links = (kind: RecordKind): Belonging => ({
  table: 'personal_link',
  column: 'record_id',
  foreignKey: `${kind}_id`,
  where: `record_kind = '${kind}'`,
  becomes: 'points',
  relation: 'personalLinks',
  columns: ['record_id', 'revoked_at'],
});

/** That two are not the same is then so of the one that stays. No foreign keys: of either kind, and never removed. */
const decisions = (kind: RecordKind): readonly Belonging[] =>
  (['one_id', 'other_id'] as const).map((column) => ({
    table: 'duplicate_decision',
    column,
    where: `record_kind = '${kind}'`,
    becomes: 'points',
    relation: `decisions by ${column}`,
    columns: [column],
  }));

/** What points at an organisation. A new foreign key gets its line here. */
export const belongingsOfOrganisation: readonly Belonging[] = [
  {
    table: 'organisation_name',
    column: 'organisation_id',
    becomes: 'moves',
    relation: 'names',
    alike: ['lower(r.name)'],
  },
  {
    table: 'organisation_contact_point',
    column: 'organisation_id',
    ...contactPoints,
    alike: ['r.channel', 'lower(r.value)'],
  },
  { table: 'organisation_source', column: 'organisation_id', ...sources },
  {
    table: 'affiliation',
    column: 'organisation_id',
    becomes: 'moves',
    relation: 'affiliations',
    // The person may have been merged, too, before or since: that has its own way back.
    unwatched: ['person_id'],
    person: 'person_id',
  },
  {
    table: 'organisation',
    column: 'parent_id',
    becomes: 'points',
    relation: 'branches',
    columns: ['parent_id'],
  },
  {
    table: 'organisation',
    column: 'merged_into',
    becomes: 'points',
    relation: 'mergedFrom',
    columns: ['merged_into'],
  },
  {
    table: 'catchment',
    column: 'trust_id',
    becomes: 'points',
    relation: 'catchments',
    columns: ['trust_id'],
  },
  {
    table: 'verification',
    column: 'organisation_id',
    // Of both, the latest of each group of facts decides how fresh the survivor is.
    becomes: 'points',
    relation: 'verifications',
    columns: ['organisation_id'],
  },
  {
    table: 'register_proposal',
    column: 'organisation_id',
    // It is about what a register says of that number; whoever takes the number over gets new ones.
    becomes: 'stays',
    relation: 'proposals',
  },
  {
    table: 'change_proposal',
    column: 'organisation_id',
    // What was said to be wrong with either is looked at, and answered, where it now stands.
    becomes: 'points',
    relation: 'changeProposals',
    columns: ['organisation_id'],
  },
  {
    table: 'succession',
    column: 'organisation_id',
    // Whoever is said to have taken over in either has taken over in what the two have become.
    becomes: 'points',
    relation: 'successions',
    columns: ['organisation_id'],
  },
  {
    table: 'stop_request',
    column: 'organisation_id',
    becomes: 'moves',
    relation: 'stopRequests',
    // Of two that ask for the same and both wait, one does: the same asked again while it waits is one. What was answered is a receipt.
    alike: ['r.kind', 'case when r.answered_at is not null then r.id end'],
    // That it was answered in the meantime is no reason not to part the two: the answer goes along.
    unwatched: ['answered_at', 'answered_by', 'answer', 'link_id'],
  },
  {
    table: 'review_trust',
    column: 'trust_id',
    // What a trust lets in unseen, that trust has said itself. The survivor's own word holds for both; where it has said nothing, all is seen.
    becomes: 'stays',
    relation: 'lowRisk',
  },
  {
    table: 'review_deadline',
    column: 'trust_id',
    // How soon organisations are asked again, their trust has said itself; what the survivor has said holds for both.
    becomes: 'stays',
    relation: 'deadlines',
  },
  {
    table: 'review_request',
    column: 'organisation_id',
    // It was that one who was asked. Its link opens the survivor now, and an answer by it is still an answer to that.
    becomes: 'stays',
    relation: 'reviewRequests',
  },
  {
    table: 'review_request',
    column: 'trust_id',
    becomes: 'points',
    relation: 'followedUp',
    columns: ['trust_id'],
  },
  {
    table: 'review_snapshot',
    column: 'organisation_id',
    // What stood of it on the day.
    becomes: 'stays',
    relation: 'snapshots',
  },
  {
    table: 'review_sign_off',
    column: 'trust_id',
    // That trust has said it.
    becomes: 'stays',
    relation: 'signOffs',
  },
  {
    table: 'quiet_rule',
    column: 'organisation_id',
    // Of several rules the strictest holds.
    becomes: 'moves',
    relation: 'quietRules',
  },
  links('organisation' as RecordKind),
  ...decisions('organisation' as RecordKind),
  scopes('staff_user'),
  scopes('api_token'),
];

/** What points at a person. */
export const belongingsOfPerson: readonly Belonging[] = [
  {
    table: 'person_contact_point',
    column: 'person_id',
    ...contactPoints,
    alike: ['r.channel', 'r.value_index'],
    person: 'person_id',
  },
  {
    table: 'person_language',
    column: 'person_id',
    becomes: 'moves',
    relation: 'languages',
    alike: ['r.language_number'],
    person: 'person_id',
  },
  { table: 'person_source', column: 'person_id', ...sources, person: 'person_id' },
  {
    table: 'affiliation',
    column: 'person_id',
    becomes: 'moves',
    relation: 'affiliations',
    unwatched: ['organisation_id'],
    person: 'person_id',
  },
  {
    table: 'consent',
    column: 'person_id',
    becomes: 'points',
    relation: 'consents',
    columns: ['person_id', 'withdrawn_at', 'withdrawn_by'],
  },
  {
    table: 'verification',
    column: 'person_id',
    becomes: 'points',
    relation: 'verifications',
    columns: ['person_id'],
  },
  {
    table: 'person',
    column: 'merged_into',
    becomes: 'points',
    relation: 'mergedFrom',
    columns: ['merged_into'],
  },
  links('person' as RecordKind),
  ...decisions('person' as RecordKind),
];
