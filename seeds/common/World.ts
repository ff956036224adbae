import { Chance } from './Chance.ts';
import { daysFrom } from './daysFrom.ts';
import { seedId } from './seedId.ts';

/** What the invented world is a function of, and nothing else. */
export interface World {
  /** Any text: another seed is another world. */
  readonly seed: string;
  /** The day on which the world is seen. */
  readonly today: string;
}

/** One thing of the invented world, known by its key: its chance, its identities, its days. */
export class Corner {
  readonly chance: Chance;

  constructor(
    private readonly world: World,
    private readonly key: string,
  ) {
    this.chance = new Chance(`${world.seed}/${key}`);
  }

  /** The identity of the thing itself, or of a part of it. */
  id(part = ''): string {
    return seedId(`${this.world.seed}/${this.key}/${part}`);
  }

  /** A day that lies at least and at most so many days back. */
  daysAgo(least: number, most: number): string {
    return daysFrom(this.world.today, -this.chance.between(least, most));
  }

  get year(): number {
    return Number(this.world.today.slice(0, 4));
  }
}
