import type {
  ChangeSet,
  EventArgs,
  EventSubscriber,
  FlushEventArgs,
  Transaction,
  TransactionEventArgs,
  UnitOfWork,
} from '@mikro-orm/core';

import { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationContactPoint } from '#schema/organisation/OrganisationContactPoint.ts';
import { OrganisationName } from '#schema/organisation/OrganisationName.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { Person } from '#schema/person/Person.ts';
import { PersonContactPoint } from '#schema/person/PersonContactPoint.ts';
import { PersonLanguage } from '#schema/person/PersonLanguage.ts';
import { runIn } from '#server/common/runIn.ts';
import { refreshDirectory } from './refreshDirectory.ts';

type Indexed =
  | Organisation
  | OrganisationName
  | OrganisationContactPoint
  | Person
  | PersonLanguage
  | PersonContactPoint
  | Affiliation;

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format();

/**
 * Keeps the directory true: whatever a unit of work changes in the register is found by its new words in the same transaction.
 *
 * Bulk statements that pass the unit of work by call `refreshDirectory` themselves.
 */
export class DirectorySubscriber implements EventSubscriber<Indexed> {
  readonly #changed = new WeakMap<UnitOfWork, Set<string>>();

  /** `day`: which day it is; affiliations that do not hold are not indexed. */
  constructor(private readonly day: () => string = today) {}

  getSubscribedEntities() {
    return [
      Organisation,
      OrganisationName,
      OrganisationContactPoint,
      Person,
      PersonLanguage,
      PersonContactPoint,
      Affiliation,
    ];
  }

  afterCreate = (args: EventArgs<Indexed>): void => this.note(args);
  afterUpdate = (args: EventArgs<Indexed>): void => this.note(args);
  afterDelete = (args: EventArgs<Indexed>): void => this.note(args);

  /** A flush with a transaction of its own. */
  async beforeTransactionCommit({ uow, transaction }: TransactionEventArgs): Promise<void> {
    if (uow && transaction) await this.refresh(uow, transaction);
  }

  /** A flush inside a longer transaction: what follows in it finds what was written. */
  async afterFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const transaction = em.getTransactionContext();
    if (transaction) await this.refresh(uow, transaction);
  }

  private note({ em, entity, changeSet }: EventArgs<Indexed>): void {
    const uow = em.getUnitOfWork(false);
    const ids = this.#changed.get(uow) ?? new Set();
    this.#changed.set(uow, ids);
    for (const id of ownersOf(entity, changeSet)) ids.add(id);
  }

  private async refresh(uow: UnitOfWork, transaction: Transaction): Promise<void> {
    const ids = this.#changed.get(uow);
    if (!ids?.size) return;
    this.#changed.delete(uow);
    await refreshDirectory(runIn(transaction), this.day(), [...ids]);
  }
}

/** Whose entry an entity is part of; before and after, where it has moved. */
function ownersOf(entity: Indexed, changeSet?: ChangeSet<Indexed>): string[] {
  if (entity instanceof Organisation || entity instanceof Person) return [entity.id];
  const owner =
    'organisation' in entity && !('person' in entity) ? entity.organisation : entity.person;
  const before = changeSet?.originalEntity as Record<string, unknown> | undefined;
  const formerly = before?.['person'] ?? before?.['organisation'];
  return [owner.id, ...(typeof formerly === 'string' ? [formerly] : [])];
}
