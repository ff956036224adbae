import { Migration } from '@mikro-orm/migrations';

/**
 * Searches that are kept under a name.
 *
 * The search itself is kept, and never whom it found: a list of people is out of date the day after, and nobody whom it is about would
 * know of it. Two of one owner are told apart by their names; whoever saves twice in one breath has saved once.
 */
export class Migration20261126001600_audience extends Migration {
  override up(): void {
    this.addSql(`create table audience (
      id uuid primary key,
      version integer not null default 1,
      name text not null check (name <> ''),
      owner_id uuid not null,
      owner_name text not null,
      is_shared boolean not null default false,
      text text not null default '',
      filter jsonb not null default '{}',
      trust_name text,
      created_at timestamptz not null,
      archived_at timestamptz,
      constraint audience_asks_for_something check (text <> '' or filter <> '{}'),
      constraint audience_names_its_trust check ((filter ->> 'trust' is null) = (trust_name is null))
    )`);
    this.addSql(`create unique index audience_named_once on audience (owner_id, lower(name))
      where archived_at is null`);
  }
}
