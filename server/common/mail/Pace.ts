import type pg from 'pg';

import { Later } from '#server/common/job/Later.ts';

/** Hvor fort. How much is sent in a minute at the most. */
export interface PaceSettings {
  readonly perMinute: number;
  /** To one receiving domain, or one number. */
  readonly perDomain: number;
}

/** What a job keeps of the room that it was given. */
export interface Slotted {
  readonly slot?: string;
}

const minute = 60_000;

/**
 * Sendetakt. Gives each message room in a minute, so that those who carry them do not take us for somebody who sends what nobody wants.
 *
 * A minute that is full sends whoever asks to the first that is not, and keeps room there: of ten thousand that are due at once, each is put
 * off once. What somebody sits and waits for goes at once, and is counted.
 */
export class Pace {
  constructor(
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly channel: 'email' | 'sms',
    private readonly settings: PaceSettings,
  ) {}

  /** Throws `Later` where there is no room now. `kept`: the payload of the job, which has what an earlier call kept. */
  async take(whom: string, kept: Slotted, isUrgent = false): Promise<void> {
    if (isNow(kept.slot)) return;
    const { perMinute, perDomain } = this.settings;
    const { rows } = await this.pool.query<{ slot: string; seconds: number }>(
      `select slot::text, extract(epoch from slot - clock_timestamp())::float as seconds
       from take_sending_slot($1, $2, $3, $4, $5) as slot`,
      [this.channel, whom, perMinute, perDomain, isUrgent],
    );
    const [room] = rows;
    if (!room || room.seconds <= 0) return;
    throw new Later('The minute is full', {
      seconds: room.seconds,
      isTry: false,
      keeps: { slot: new Date(room.slot).toISOString() },
    });
  }
}

/** Room that was kept for longer ago belongs to nobody: a server that was away does not send all at once. */
function isNow(slot: string | undefined): boolean {
  if (!slot) return false;
  const late = Date.now() - Date.parse(slot);
  return late > -minute / 2 && late < minute;
}
