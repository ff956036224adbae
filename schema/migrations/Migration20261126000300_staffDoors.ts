import { Migration } from '@mikro-orm/migrations';

/**
 * Sessions that their owner can tell apart and end, staff and tokens whose changes are told, and two promises about staff that no door
 * gets around: whoever is given another role or scope, or is disabled, is signed out; and the last administrator of an issuer stays one.
 *
 * A session that is ended by a change of its user has been of no use since it was last seen; so that is when it ended.
 */
export class Migration20261126000300_staffDoors extends Migration {
  override up(): void {
    this.addSql(`alter table session
      add column id uuid not null default gen_random_uuid() constraint session_has_a_public_name unique,
      add column browser text,
      add column system text,
      add column stepped_up_at timestamptz`);

    this.addSql(`alter table staff_user
      add column version integer not null default 1,
      add column last_signed_in_at timestamptz`);
    this.addSql(`alter table api_token
      add column version integer not null default 1,
      add column permissions text[] constraint api_token_permits_something check (permissions <> '{}'),
      add column created_by_id uuid references staff_user`);

    this.endsSessions();
    this.keepsAnAdministrator();
  }

  /** All that is known of somebody but what they are called and when they came: another column that limits them is one of them. */
  private endsSessions(): void {
    this.addSql(`create function end_sessions_of_staff_user() returns trigger language plpgsql as $$
      begin
        update session set ended_at = last_seen_at where user_id = new.id and ended_at is null;
        return null;
      end
    $$`);
    const rights = (row: string) =>
      `to_jsonb(${row}) - '{name,email,version,last_signed_in_at}'::text[]`;
    this.addSql(`create trigger staff_user_of_other_rights_is_signed_out after update on staff_user
      for each row when (${rights('old')} is distinct from ${rights('new')})
      execute function end_sessions_of_staff_user()`);
  }

  /** The rows are locked, so that of two administrators who shut each other out one comes too late. */
  private keepsAnAdministrator(): void {
    this.addSql(`create function keep_an_administrator() returns trigger language plpgsql as $$
      begin
        perform from staff_user
        where issuer = old.issuer and role = 'administrator' and disabled_at is null and id <> old.id
        for update;
        if not found then
          raise check_violation using constraint = 'staff_user_keeps_an_administrator',
            message = 'The last administrator stays one (staff_user_keeps_an_administrator)';
        end if;
        return null;
      end
    $$`);
    this.addSql(`create trigger staff_user_keeps_an_administrator after update on staff_user for each row
      when (old.role = 'administrator' and old.disabled_at is null
        and (new.role <> 'administrator' or new.disabled_at is not null or new.issuer <> old.issuer))
      execute function keep_an_administrator()`);
  }
}
