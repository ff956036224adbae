import { Migration } from '@mikro-orm/migrations';

/**
 * Traces: of who has read how people are reached, and of all that is changed.
 *
 * The read log says who, whose, which fields, for what and in which request; never a value. Its rows come in batches, and each batch
 * carries the hash of the one before it and of its own rows: whoever alters a row, takes one out or puts one in breaks the chain from
 * there on. Rows stand in months, so that old ones can be dropped whole; the hash of their rows stays, and the chain with it. One
 * function alone appends; that the application's role may do nothing else here is a matter of rights (`migrate.ts`).
 *
 * The change log tells of any record from now on, through whichever door: what the house does by itself has no author.
 *
 * What the change log keeps of a person is sealed with a key of that person's own. Where the key is destroyed, the history stays and
 * says when and what, and nobody can say any more from what to what.
 */
export class Migration20261126000200_traces extends Migration {
  override up(): void {
    this.addSql(`create table read_log_batch (
      number bigint primary key,
      month date not null,
      reads integer not null check (reads > 0),
      rows_hash bytea not null,
      previous_hash bytea not null,
      hash bytea not null
    )`);
    this.addSql(`create table read_log (
      batch bigint not null,
      place integer not null,
      month date not null,
      at timestamptz not null,
      viewer_id uuid not null,
      via text not null,
      person_id uuid not null,
      fields text[] not null constraint read_log_says_what_was_read check (cardinality(fields) > 0),
      purpose text,
      request_id text not null,
      primary key (batch, place, month)
    ) partition by range (month)`);
    this.addSql('create index read_log_by_viewer on read_log (viewer_id, batch, place)');
    this.addSql('create index read_log_by_person on read_log (person_id, batch, place)');

    // The lock makes servers wait for each other: no two batches follow the same one.
    this.addSql(`create function read_log_append(entries json) returns bigint
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        last_hash bytea;
        this_number bigint;
        this_month date;
        partition text;
        count integer;
        these_rows bytea;
      begin
        perform pg_advisory_xact_lock(5316002);
        select number + 1, hash into this_number, last_hash
          from public.read_log_batch order by number desc limit 1;
        this_number := coalesce(this_number, 1);
        last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));

        select date_trunc('month', max((e ->> 'at')::timestamptz) at time zone 'UTC')
          into this_month from json_array_elements(entries) e;
        partition := format('read_log_%s', to_char(this_month, 'YYYY_MM'));
        if to_regclass(format('public.%I', partition)) is null then
          execute format('create table public.%I partition of public.read_log for values from (%L) to (%L)',
            partition, this_month, (this_month + interval '1 month')::date);
        end if;

        with appended as (
          insert into public.read_log (batch, place, month, at, viewer_id, via, person_id, fields, purpose, request_id)
          select this_number, place, this_month, at, viewer_id, via, person_id, fields, purpose, request_id
          from rows from (json_to_recordset(entries) as (
            at timestamptz, viewer_id uuid, via text, person_id uuid, fields text[], purpose text, request_id text
          )) with ordinality as e(at, viewer_id, via, person_id, fields, purpose, request_id, place)
          returning *
        )
        select count(*), sha256(convert_to(this_month::text || string_agg(E'\\n' || jsonb_build_array(
            batch, place, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            viewer_id, via, person_id, fields, purpose, request_id
          )::text, '' order by place), 'UTF8'))
          into count, these_rows from appended;

        insert into public.read_log_batch (number, month, reads, rows_hash, previous_hash, hash)
        values (this_number, this_month, count, these_rows, last_hash, sha256(last_hash || these_rows));
        return this_number;
      end
      $$`);
    this.addSql('revoke execute on function read_log_append(json) from public');

    this.addSql('alter table change drop constraint change_record_check');
    this.addSql(`alter table change add constraint change_is_of_a_kind_of_record
      check (record ~ '^[a-z]+(_[a-z]+)*$')`);
    this.addSql('alter table change drop constraint change_via_check');
    this.addSql(`alter table change add constraint change_came_through_a_known_door
      check (via in ('session', 'token', 'link', 'system'))`);
    this.addSql('alter table change alter column by_id drop not null');
    this.addSql(`alter table change add constraint change_has_an_author_or_is_the_systems
      check (by_id is not null or via = 'system')`);
    this.addSql('alter table change add column id uuid not null default gen_random_uuid()');
    this.addSql('create unique index change_by_id on change (id)');
    this.addSql('create index change_by_time on change (at, id)');
    this.addSql('create index change_by_author on change (by_id, at, id)');

    this.addSql('alter table person add column version integer not null default 1');
    // A destroyed key leaves its place, so that nobody makes another in silence.
    this.addSql(`create table person_key (
      person_id uuid primary key,
      sealed_key bytea,
      destroyed_at timestamptz,
      constraint person_key_is_there_or_destroyed check ((sealed_key is null) = (destroyed_at is not null))
    )`);
  }
}
