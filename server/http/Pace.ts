import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';

import type { AccessSettings } from '#server/access/AccessSettings.ts';
import { addressOf } from '#server/access/addressOf.ts';
import { refuseForNow } from '#server/access/rateLimited.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import { Tally } from './Tally.ts';

/** How many questions a minute are answered, by who is asking. */
export interface QuestionsPerMinute {
  /** To somebody signed in. Whoever types a search asks five times a second. */
  readonly viewer: number;
  /** To a system with a token. */
  readonly system: number;
  /** To an address that nobody is known at. Opening the page and signing in takes three. */
  readonly stranger: number;
}

/** Twenty a second for a person, a hundred for a system; for all strangers at one address four. */
export const usualQuestionsPerMinute: QuestionsPerMinute = {
  viewer: 1_200,
  system: 6_000,
  stranger: 240,
};

const second = 1_000;

declare module 'express-serve-static-core' {
  interface Request {
    /** Whether it was counted before it came here. */
    isCounted?: boolean;
  }
}

const kindOf = (viewer: Viewer | null): keyof QuestionsPerMinute =>
  viewer === null ? 'stranger' : viewer.via === 'token' ? 'system' : 'viewer';

interface Surroundings {
  readonly access: Pick<AccessSettings, 'pool' | 'key' | 'clock'>;
  readonly log: Pick<Logger, 'warn'>;
  readonly recognise: (request: Request) => Viewer | null;
}

/**
 * Takt. Keeps one asker from taking the time of all others.
 *
 * Whoever we recognise is counted by who they are, wherever they sit; everybody else, also with a credential that is worth nothing, by
 * address. Nobody is looked up for this, so somebody's first question counts as a stranger's.
 */
export class Pace {
  readonly #surroundings: Surroundings;
  readonly #tallies: Record<keyof QuestionsPerMinute, Tally>;
  readonly #timer: NodeJS.Timeout;
  #isSettling = false;

  constructor(surroundings: Surroundings, limits: QuestionsPerMinute) {
    this.#surroundings = surroundings;
    const tally = (name: keyof QuestionsPerMinute) =>
      new Tally({
        name,
        perMinute: limits[name],
        clock: () => surroundings.access.clock().getTime(),
      });
    this.#tallies = {
      viewer: tally('viewer'),
      system: tally('system'),
      stranger: tally('stranger'),
    };
    this.#timer = setInterval(() => void this.settle(), second).unref();
  }

  /** Counts a question of somebody who is recognised. False where it is one too many. */
  isWelcome(viewer: Viewer): boolean {
    return this.#tallies[kindOf(viewer)].count(viewer.id) === 0;
  }

  readonly handler: RequestHandler = (request, response, next) => {
    if (request.isCounted) return next();
    const { recognise, access } = this.#surroundings;
    const viewer = recognise(request);
    const wait = this.#tallies[kindOf(viewer)].count(
      viewer?.id ?? addressOf(request.ip, access.key),
    );
    if (wait === 0) return next();
    response.set('Retry-After', String(wait));
    refuseForNow(response);
  };

  /** Tells the other servers what was counted here, and hears what they have counted. */
  async settle(): Promise<void> {
    if (this.#isSettling) return;
    this.#isSettling = true;
    const { access, log } = this.#surroundings;
    try {
      for (const tally of Object.values(this.#tallies)) await tally.settle(access.pool);
    } catch (error) {
      log.warn({ err: error }, 'Questions are counted by this server alone');
    } finally {
      this.#isSettling = false;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
