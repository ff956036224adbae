import type { Database } from '#server/orm.ts';

/** Every third organisation has a deadline of its own: each of those there are. */
export const giveDeadlines = ({ pool }: Pick<Database, 'pool'>) =>
  pool.query(`with own as (
      update organisation set due_months = 6 + get_byte(sha256(uuid_send(id)), 1) % 31
      where get_byte(sha256(uuid_send(id)), 0) % 3 = 0 returning id, due_months
    )
    update directory_entry as e set due_months = own.due_months from own where own.id = e.id`);
