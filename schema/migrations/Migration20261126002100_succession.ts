import { Migration } from '@mikro-orm/migrations';

const isHash = (column: string) => `(${column} ~ '^[0-9a-f]{64}$')`;

/**
 * Somebody says by link or phone that another has taken over. It waits for the one who is named to say so themselves, then for an editor:
 * until both have, nothing in the register is different.
 *
 * Who is named has said yes to nothing yet. What they are called and where they are written to is sealed here, readable with the key
 * alone, and emptied when it is no longer needed or after thirty days. Of what lets them in only hashes are kept. What they have said yes to
 * stands here until it becomes a consent of theirs: a receipt is never taken back, so that is when nobody takes back the rest any more.
 */
export class Migration20261126002100_succession extends Migration {
  override up(): void {
    this.addSql(`create table succession (
      id uuid primary key,
      organisation_id uuid not null references organisation on delete cascade,
      affiliation_id uuid references affiliation on delete set null,
      link_id uuid references personal_link on delete set null,
      through text not null constraint succession_comes_in_a_way check (through in ('link', 'phone')),
      language text not null,
      asked_by uuid,
      asked_at timestamptz not null,
      channel text not null constraint succession_has_a_channel check (channel in ('email', 'sms')),
      sealed text,
      fingerprint text not null check ${isHash('fingerprint')},
      token_hash text not null constraint succession_opens_by_one_token unique check ${isHash('token_hash')},
      code_hash text not null constraint succession_opens_by_one_code unique check ${isHash('code_hash')},
      expires_on date not null,
      sent_at timestamptz,
      failed_at timestamptz,
      state text not null default 'waiting' constraint succession_is_in_a_state check (
        state in ('waiting', 'confirmed', 'approved', 'refused', 'declined', 'replaced', 'expired')
      ),
      confirmed_at timestamptz,
      consent_language text,
      consent_version text,
      consent_hash text,
      decided_at timestamptz,
      decided_by uuid,
      reason text,
      batch_id uuid,
      successor_id uuid,
      verification_id uuid references verification on delete set null,
      revoked_links uuid[] not null default '{}',
      told_at timestamptz,
      constraint succession_is_confirmed_to_a_text check (num_nulls(confirmed_at, consent_language, consent_version, consent_hash) in (0, 4))
    )`);
    this.addSql(`create unique index succession_waits_once on succession (organisation_id, fingerprint)
      where state in ('waiting', 'confirmed')`);
    this.addSql(
      'create index succession_by_organisation on succession (organisation_id, asked_at)',
    );
    this.addSql(`create index succession_waiting on succession (asked_at, id)
      where state in ('waiting', 'confirmed')`);
    this.addSql(
      'create index succession_sealed on succession (expires_on) where sealed is not null',
    );
  }
}
