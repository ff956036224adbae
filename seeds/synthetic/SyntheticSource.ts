import type { PersonalKey } from '#schema/common/PersonalKey.ts';
import type { World } from '#seeds/common/World.ts';
import { seedsFolder } from '#seeds/common/seedsFolder.ts';
import { readVocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { Days } from './Days.ts';
import { Dice } from './Dice.ts';
import { SyntheticFacts } from './SyntheticFacts.ts';
import { SyntheticIds } from './SyntheticIds.ts';

/** What a synthesised register flows from, and what seals it. */
export class SyntheticSource {
  readonly facts: SyntheticFacts;
  readonly dice: Dice;
  readonly ids: SyntheticIds;
  readonly days: Days;

  constructor(
    { seed, today }: World,
    readonly key: PersonalKey,
    folder = seedsFolder,
  ) {
    this.facts = new SyntheticFacts(folder, readVocabulary(folder));
    this.dice = Dice.of(seed);
    this.ids = new SyntheticIds(seed);
    this.days = new Days(today);
  }
}
