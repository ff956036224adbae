import { SyntheticOrganisation } from './SyntheticOrganisation.ts';
import { SyntheticPerson, type Tie } from './SyntheticPerson.ts';
import type { SyntheticSink } from './SyntheticSink.ts';
import type { SyntheticSource } from './SyntheticSource.ts';

/** How many organisations make a block. Chosen once: another would give every record another neighbour. */
export const blockSize = 1_000;

/** How many people are counted with each organisation. */
export const peopleEach = 3;

/** How many people belong to the umbrella of a block, where the block has as many. */
export const umbrellaPeople = 100;

/** Where in a block the branches of an umbrella stand: right behind it. */
const umbrellas: readonly { readonly at: number; readonly branches: number }[] = [
  { at: 0, branches: 12 },
  { at: 500, branches: 5 },
];

/** A part of a block: from one place in it until before another. */
export interface Stretch {
  readonly block: number;
  readonly from: number;
  readonly until: number;
}

/**
 * Blokk. A thousand organisations and the people around them, or a part of that.
 *
 * Nothing in a block points out of it, and nothing points at what comes after it in the block: a block can be left off anywhere, and
 * be taken up there by somebody who knows nothing of how it began.
 */
export function syntheticBlock(
  source: SyntheticSource,
  { block, from, until }: Stretch,
  sink: SyntheticSink,
): void {
  const organisations: SyntheticOrganisation[] = [];
  for (let at = 0; at < until; at += 1) {
    const umbrella = umbrellas.find((it) => it.at < at && at <= it.at + it.branches);
    organisations.push(
      new SyntheticOrganisation(source, block * blockSize + at, {
        umbrella: umbrella ? organisations[umbrella.at]! : null,
        isUmbrella: umbrellas.some((it) => it.at === at),
      }),
    );
  }
  for (let at = from; at < until; at += 1) organisations[at]!.addTo(sink);
  const neighbours = new Neighbours(organisations);
  for (let at = 0; at < until; at += 1) {
    neighbours.add(organisations[at]!);
    if (at < from) continue;
    const home = organisations[at]!;
    for (let number = 0; number < peopleEach; number += 1) {
      const index = block * blockSize + at;
      const person = new SyntheticPerson(source, index, number);
      person.addTo(sink, home, neighbours.tiesOf(at, number, source, index));
    }
  }
}

/** Who may belong where, as far as a block has come. */
class Neighbours {
  readonly #sharing = new Map<number, SyntheticOrganisation[]>();
  readonly #all: SyntheticOrganisation[] = [];

  constructor(private readonly organisations: readonly SyntheticOrganisation[]) {}

  add(organisation: SyntheticOrganisation): void {
    if (!organisation.hasPeople) return;
    this.#all.push(organisation);
    const { number } = organisation.language;
    const sharing = this.#sharing.get(number);
    if (sharing) sharing.push(organisation);
    else this.#sharing.set(number, [organisation]);
  }

  /** Four ties to three people: each to one, some to more, a hundred to the umbrella. */
  tiesOf(at: number, number: number, { dice }: SyntheticSource, index: number): Tie[] {
    const own = dice.for(index, 0x10 + number);
    const here = this.organisations[at]!;
    const home = here.hasPeople ? here : this.#all.at(-1)!;
    const umbrella = this.organisations[0]!;
    const hasLeft = number > 0 && at > 0 && own.happens(8);
    const chosen = new Map([[home, !hasLeft]]);
    // The umbrella has its own three and as many others as make a hundred: two with each of the next, and the last alone.
    const place = (at - 1) * 2 + number;
    const isMember = at > 0 && number < 2 && place < umbrellaPeople - peopleEach;
    if (isMember) chosen.set(umbrella, true);
    const others = own.happens(26) ? (own.happens(14) ? 2 : 1) : 0;
    for (let time = 0; time < others; time += 1) {
      const sharing = this.#sharing.get(here.language.number) ?? [];
      const other = sharing.length > 1 && own.happens(70) ? own.pick(sharing) : own.pick(this.#all);
      if (other !== umbrella && !chosen.has(other)) chosen.set(other, own.happens(88));
    }
    return [...chosen].map(([organisation, isCurrent]) => ({
      organisation,
      isCurrent,
      isHome: organisation === here,
    }));
  }
}
