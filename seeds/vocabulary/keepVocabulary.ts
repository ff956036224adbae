import type { EntityManager } from '@mikro-orm/postgresql';

import { Area } from '#schema/vocabulary/Area.ts';
import { Community } from '#schema/vocabulary/Community.ts';
import { Language } from '#schema/vocabulary/Language.ts';
import { Topic } from '#schema/vocabulary/Topic.ts';
import { keepTrue } from '#seeds/common/keepTrue.ts';
import type { Vocabulary } from './readVocabulary.ts';

/** Makes the terms in the database those of the data files. Belongs in a transaction. */
export async function keepVocabulary(
  em: EntityManager,
  { areas, languages, topics, communities }: Vocabulary,
  onLoaded: (count: number) => void = () => {},
): Promise<void> {
  await keepTrue(em, Area, 'number', [...areas.values()]);
  onLoaded(areas.size);
  await keepTrue(em, Language, 'number', [...languages.values()]);
  onLoaded(languages.size);
  await keepTrue(em, Topic, 'number', [...topics.values()]);
  onLoaded(topics.size);
  await keepTrue(em, Community, 'number', [...communities.values()]);
  onLoaded(communities.size);
}
