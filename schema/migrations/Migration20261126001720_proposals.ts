import { Migration } from '@mikro-orm/migrations';

/**
 * What an organisation says is wrong comes as a proposal: a list of fields, before and after, as the change log has them.
 *
 * The same proposal by the same link counts once. Those who answer it have a while to think better of it: what it was told stands in
 * `told_at`. A trust may say which fields are right because the organisation says so (`review_trust`). A link may carry a question back.
 */
export class Migration20261126001720_proposals extends Migration {
  override up(): void {
    this.addSql(`create table change_proposal (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      link_id uuid references personal_link on delete set null,
      language text not null,
      field_group text not null,
      changes jsonb not null check (jsonb_typeof(changes) = 'array'),
      note text,
      fingerprint text not null,
      proposed_at timestamptz not null,
      proposed_on date not null,
      state text not null default 'open' constraint change_proposal_is_in_a_state check (
        state in ('open', 'accepted', 'refused', 'asked')
      ),
      decided_at timestamptz,
      decided_by uuid,
      applied jsonb,
      verification_id uuid references verification on delete set null,
      reason text,
      told_at timestamptz,
      constraint change_proposal_counts_once unique (link_id, fingerprint),
      constraint change_proposal_is_decided_at_a_moment check ((state = 'open') = (decided_at is null))
    )`);
    this.addSql(`create index change_proposal_waiting on change_proposal (proposed_at, id)
      where state = 'open'`);
    this.addSql(
      'create index change_proposal_by_organisation on change_proposal (organisation_id, proposed_at)',
    );
    this.addSql(`create table review_trust (
      trust_id uuid primary key references organisation on delete cascade,
      low_risk text[] not null,
      set_at timestamptz not null
    )`);
    this.addSql('alter table personal_link add column question text');
  }
}
