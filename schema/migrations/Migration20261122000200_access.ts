import { Migration } from '@mikro-orm/migrations';

const roles = `check (role in (
  'reader', 'editor', 'coordinator', 'recruiter', 'programme_lead', 'privacy_officer', 'administrator', 'system'
))`;

/**
 * Who gets in: staff, their sessions, other systems' tokens.
 *
 * Users and tokens are disabled and revoked, never deleted, so that what they did keeps its author: the application's role may not, and
 * `session.user_id` does not cascade.
 */
export class Migration20261122000200_access extends Migration {
  override up(): void {
    this.addSql(`create table staff_user (
      id uuid primary key,
      issuer text not null,
      subject text not null,
      name text not null,
      email text,
      role text not null constraint staff_user_has_a_known_role ${roles},
      disabled_at timestamptz,
      constraint staff_user_is_one_subject_of_an_issuer unique (issuer, subject)
    )`);

    this.addSql(`create table session (
      hash text primary key constraint session_is_kept_as_a_hash check (hash ~ '^[0-9a-f]{64}$'),
      user_id uuid not null references staff_user,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      constraint session_expires_after_it_begins check (expires_at > created_at),
      constraint session_is_not_seen_before_it_begins check (last_seen_at >= created_at)
    )`);
    this.addSql('create index session_by_user on session (user_id)');
    this.addSql('create index session_by_expiry on session (expires_at)');

    this.addSql(`create table api_token (
      id uuid primary key,
      hash text not null constraint api_token_is_kept_as_a_hash check (hash ~ '^[0-9a-f]{64}$'),
      label text not null constraint api_token_says_what_it_is_for check (label <> ''),
      role text not null constraint api_token_has_a_known_role ${roles},
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      constraint api_token_opens_for_one unique (hash),
      constraint api_token_expires_after_it_begins check (expires_at > created_at)
    )`);
  }
}
