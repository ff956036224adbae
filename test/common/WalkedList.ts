import type { EntityManager } from '@mikro-orm/postgresql';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { Person } from '#schema/person/Person.ts';
import { aCoordinator } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';
import type { AskedPage, ConnectionPlace } from './connectionPlaces.ts';
import type { Listed, Scene, Standing } from './pageScenes.ts';

/** What happens to a list between two pages. `at`: to which of its rows. */
export interface Happening {
  readonly what: 'comes' | 'moves' | 'leaves';
  readonly at: number;
  readonly standing: Standing;
}

interface Told {
  readonly list?: AskedPage;
  readonly owner?: { readonly list: AskedPage };
}

/** A list while somebody walks through it page by page, and others change it. */
export class WalkedList {
  /** Those that have been in their place all the time. */
  readonly steady = new Set<string>();
  /** Those that had another place before. */
  readonly moved = new Set<string>();
  readonly #standing = new Map<string, Standing>();

  constructor(
    private readonly world: World,
    private readonly place: ConnectionPlace,
    private readonly scene: Scene,
  ) {}

  async begin(rows: readonly Standing[]): Promise<void> {
    const things = rows.map((standing) => ({ standing, ...this.scene.aRow(standing) }));
    await this.world.has(
      ...(this.scene.owner ? [this.scene.owner] : []),
      ...things.flatMap(({ row, with: another }) => (another ? [another, row] : [row])),
    );
    for (const { row, standing } of things) {
      this.#standing.set(row.id, standing);
      this.steady.add(row.id);
    }
  }

  async page(args: Record<string, unknown>): Promise<AskedPage> {
    const variables = { id: this.scene.owner?.id, ...args };
    const { data, errors } = await this.world.ask<Told>(
      aCoordinator(),
      this.place.document,
      variables,
    );
    const page = data?.list ?? data?.owner?.list;
    if (!page) throw new Error(JSON.stringify(errors));
    return page;
  }

  /** All that is in the list now, in the order in which it should be. */
  inOrder(): string[] {
    const rank = (id: string) => `${this.#standing.get(id)} ${id}`;
    return [...this.#standing.keys()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  }

  async happens({ what, at, standing }: Happening): Promise<void> {
    const ids = [...this.#standing.keys()];
    const id = ids[at % ids.length];
    if (what === 'comes' || !id) {
      await this.comes(standing);
      return;
    }
    this.steady.delete(id);
    const em = this.world.em.fork({ keepTransactionContext: true });
    const row = await found(em, id);
    if (what === 'leaves') {
      this.#standing.delete(id);
      em.remove(row);
    } else {
      this.#standing.set(id, standing);
      this.moved.add(id);
      Object.assign(row, this.scene.place(standing, row));
    }
    await em.flush();
  }

  private async comes(standing: Standing): Promise<string> {
    const { row, with: another } = this.scene.aRow(standing);
    await this.world.has(...(another ? [another] : []), row);
    this.#standing.set(row.id, standing);
    return row.id;
  }
}

async function found(em: EntityManager, id: string): Promise<Listed> {
  const rows = await Promise.all(
    [Organisation, Person, Affiliation].map((type) => em.findOne<Listed>(type, { id })),
  );
  const [row] = rows.flatMap((it) => it ?? []);
  if (!row) throw new Error(`Nothing has the identifier ${id}`);
  return row;
}
