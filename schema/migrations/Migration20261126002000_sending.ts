import { Migration } from '@mikro-orm/migrations';

/**
 * What is sent is known again when it comes back, and no more is sent in a minute than those who carry it will take.
 *
 * A message has a return path of its own; of what stands there only a hash is kept, so that whoever has a copy of the database cannot say
 * that something came back. The address is kept as a hash as well: what came back from an old one says nothing of the one that took its
 * place. Contact points are of two kinds and may be removed, so nothing holds on to them.
 *
 * Minutes are counted in the database, so that the limit is one limit for all servers. Whoever finds no room is told the first minute that
 * has some, and keeps it.
 */
export class Migration20261126002000_sending extends Migration {
  override up(): void {
    this.addSql(`create table sent_message (
      id text primary key,
      return_hash text not null constraint sent_message_comes_back_by_one_path unique,
      channel text not null constraint sent_message_goes_by_a_channel check (channel in ('email', 'sms')),
      record_kind text not null constraint sent_message_is_to_a_record check (record_kind in ('organisation', 'person')),
      contact_point_id uuid not null,
      address_hash text not null,
      link_id uuid references personal_link on delete set null,
      made_at timestamptz not null,
      sent_at timestamptz,
      gateway_id text,
      delivered_at timestamptz,
      failed_at timestamptz,
      bounced_at timestamptz,
      status text
    )`);
    this.addSql('create index sent_message_by_contact_point on sent_message (contact_point_id)');
    this.addSql('create index sent_message_by_link on sent_message (link_id)');
    this.addSql('create index sent_message_by_age on sent_message (made_at)');
    this.addSql('create unique index sent_message_by_gateway on sent_message (gateway_id)');
    this.addSql('alter table personal_link add column bounced_at timestamptz');

    this.addSql(`create table sending_minute (
      channel text not null,
      whom text not null,
      minute timestamptz not null,
      taken integer not null,
      primary key (channel, whom, minute)
    )`);
    this.addSql(`create function take_sending_slot(channel text, whom text, most integer, most_each integer, is_urgent boolean)
      returns timestamptz language plpgsql as $$
      declare
        slot timestamptz := date_trunc('minute', clock_timestamp());
        place integer;
      begin
        perform pg_advisory_xact_lock(hashtext('sending ' || take_sending_slot.channel));
        delete from sending_minute as m where m.channel = take_sending_slot.channel and m.minute < slot - interval '1 hour';
        while not is_urgent and exists (
          select from sending_minute as m
          where m.channel = take_sending_slot.channel and m.minute = slot
            and ((m.whom = '' and m.taken >= most) or (m.whom = take_sending_slot.whom and m.taken >= most_each))
        ) loop
          slot := slot + interval '1 minute';
        end loop;
        insert into sending_minute as m values (take_sending_slot.channel, '', slot, 1)
          on conflict on constraint sending_minute_pkey do update set taken = m.taken + 1 returning m.taken into place;
        insert into sending_minute as m values (take_sending_slot.channel, take_sending_slot.whom, slot, 1)
          on conflict on constraint sending_minute_pkey do update set taken = m.taken + 1;
        if is_urgent or slot <= clock_timestamp() then
          return clock_timestamp();
        end if;
        return slot + (place - 1) * interval '1 minute' / most;
      end $$`);
  }
}
