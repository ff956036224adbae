import { Migration } from '@mikro-orm/migrations';

const hash = `text not null check`;
const isHash = (column: string) => `(${column} ~ '^[0-9a-f]{64}$')`;

/**
 * Organisations and people get in by personal link, without an account.
 *
 * A link is to one record. Which kind that is stands in a column, and the record once more in one of two that are derived from it: those
 * keep it true that the record exists, and a link goes when its record does. Of tokens, typed codes, cookies and short codes only hashes
 * are kept.
 */
export class Migration20261126000400_personalLinks extends Migration {
  override up(): void {
    this.addSql(`create table personal_link (
      id uuid primary key,
      record_kind text not null constraint personal_link_is_to_a_record check (record_kind in ('organisation', 'person')),
      record_id uuid not null,
      organisation_id uuid generated always as (case when record_kind = 'organisation' then record_id end) stored
        references organisation on delete cascade,
      person_id uuid generated always as (case when record_kind = 'person' then record_id end) stored
        references person on delete cascade,
      contact_point_id uuid not null,
      purpose text not null constraint personal_link_has_a_purpose check (purpose in ('review')),
      language text not null constraint personal_link_speaks_a_language check (language ~ '^[a-z]{2,3}$'),
      token_hash ${hash} ${isHash('token_hash')},
      code_hash ${hash} ${isHash('code_hash')},
      issued_by uuid not null,
      issued_at timestamptz not null,
      expires_on date not null,
      sent_at timestamptz,
      failed_at timestamptz,
      opened_at timestamptz,
      revoked_at timestamptz,
      renews_id uuid references personal_link on delete cascade,
      constraint personal_link_opens_by_one_token unique (token_hash),
      constraint personal_link_opens_by_one_code unique (code_hash)
    )`);
    this.addSql('create index personal_link_by_record on personal_link (record_id)');
    this.addSql('create index personal_link_by_renewed on personal_link (renews_id)');

    this.addSql(`create table link_session (
      hash text primary key constraint link_session_is_kept_as_a_hash check ${isHash('hash')},
      link_id uuid not null references personal_link on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      unmasked_until timestamptz,
      constraint link_session_lasts_an_hour_at_most check (
        expires_at > created_at and expires_at <= created_at + interval '1 hour'
      )
    )`);
    this.addSql('create index link_session_by_link on link_session (link_id)');
    this.addSql('create index link_session_by_expiry on link_session (expires_at)');

    this.addSql(`create table link_code (
      id uuid primary key,
      session_hash text not null references link_session on delete cascade,
      action text not null constraint link_code_is_for_an_action check (
        action in ('unmask', 'hand_over', 'consent', 'erase')
      ),
      hash ${hash} ${isHash('hash')},
      created_at timestamptz not null,
      expires_at timestamptz not null,
      tries integer not null default 0 constraint link_code_is_tried_five_times check (tries between 0 and 5),
      used_at timestamptz,
      constraint link_code_lasts_ten_minutes_at_most check (expires_at <= created_at + interval '10 minutes')
    )`);
    this.addSql('create index link_code_by_session on link_code (session_hash)');
  }
}
