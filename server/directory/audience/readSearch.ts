import { Field, InputType } from 'type-graphql';

import { Text } from '#schema/common/Text.ts';
import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import type { Audience } from '#schema/directory/audience/Audience.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { prepare } from '#server/directory/prepare.ts';
import { addressOf, digitsOf } from '#server/directory/queryWords.ts';
import { InvalidInput } from '#server/problems.ts';
import { filterOfWords, filterWords } from './filterWords.ts';

@InputType({ description: 'A search, as `search` takes it.' })
export class SearchInput {
  @Field(() => Text, { nullable: true, description: 'Its words.' })
  text?: string | null;

  @Field(() => DirectoryFilter, { nullable: true, description: 'What narrows it.' })
  filter?: DirectoryFilter | null;
}

const LONGEST_TEXT = 200;

/** What of a saved search says what it asks. */
export type SavedSearch = Pick<Audience, 'text' | 'keptFilter' | 'trustName'>;

/**
 * Reads a search that is to be kept. One that asks for everybody is none, and a number or an address is of one person: that is not kept
 * for others to see.
 *
 * Throws INVALID_INPUT: `search: REQUIRED`, `text: TOO_LONG` or `AN_ADDRESS`, and what `search` says of its filter.
 */
export async function readSearch(context: Context, asked: SearchInput): Promise<SavedSearch> {
  const text = (asked.text ?? '').replaceAll(/\s+/g, ' ');
  const words = filterWords(Object.assign(new DirectoryFilter(), asked.filter));
  const keptFilter = filterOfWords(words);
  if (text.length > LONGEST_TEXT) throw new InvalidInput({ text: 'TOO_LONG' });
  if (addressOf(text) || digitsOf(text)) throw new InvalidInput({ text: 'AN_ADDRESS' });
  if (!text && !words.length) throw new InvalidInput({ search: 'REQUIRED' });
  await prepare({ text, filter: keptFilter }, context);
  const { trust } = keptFilter;
  if (!trust) return { text, keptFilter, trustName: null };
  const [row] = await context.reader.rows<[string]>(
    sql`select name from organisation where id = ${trust}::uuid`,
  );
  return { text, keptFilter, trustName: row?.[0] ?? null };
}

const LONGEST_NAME = 120;

/** Reads what it is to be called. Throws INVALID_INPUT: `name: REQUIRED`, `TOO_LONG` or `NOT_ONE_LINE`. */
export function readName(name: string): string {
  if (!/[\p{L}\p{N}]/u.test(name)) throw new InvalidInput({ name: 'REQUIRED' });
  if (name.length > LONGEST_NAME) throw new InvalidInput({ name: 'TOO_LONG' });
  if (/[\n\t]/.test(name)) throw new InvalidInput({ name: 'NOT_ONE_LINE' });
  return name;
}
