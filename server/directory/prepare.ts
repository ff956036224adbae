import { createHash } from 'node:crypto';

import { DirectoryFilter } from '#schema/directory/DirectoryFilter.ts';
import type { RecordKind } from '#schema/directory/RecordKind.ts';
import type { PageAsked } from '#server/common/pageOf.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { audiencesOf } from '#server/organisation/audiencesOf.ts';
import { visibleContactPoints } from '#server/organisation/organisationReads.ts';
import { isOpen } from '#server/person/contactAccess.ts';
import { conditionsOf } from './conditions.ts';
import type { Query } from './Query.ts';
import { lexiconOf } from './Lexicon.ts';
import type { Asker } from './lexemes.ts';
import { narrow } from './narrow.ts';
import { addressOf, digitsOf, type QueryText, readQuery } from './queryWords.ts';
import { type Found, hasTrusted, lookUp, lookupOf } from './dictionary.ts';
import { toTsquery } from './tsquery.ts';
import { understand } from './understand.ts';

/** Spørsmål. What somebody asks of the directory. */
export interface Question extends PageAsked {
  readonly text?: string | null;
  readonly filter?: DirectoryFilter | null;
}

/** A question, understood. */
export interface Prepared {
  readonly query: Query;
  /** Names the list that the question gives, so that a cursor of another is refused. */
  readonly list: () => string;
  /** The same question with every word forgiven, for when nothing is found by them as they stand; null where that asks nothing else. */
  readonly forgiving: () => Promise<Query | null>;
}

const MOST_AS_TEXT = 50;

/** Understands a question. One statement asks the dictionary, where there are words; a number or an address may take one more. */
export async function prepare(
  { text, filter }: Question,
  context: Context,
  only?: RecordKind,
): Promise<Prepared> {
  const asked = Object.assign(new DirectoryFilter(), filter);
  if ((asked.asText?.length ?? 0) > MOST_AS_TEXT) {
    throw new InvalidInput({ 'filter.asText': `AT_MOST_${MOST_AS_TEXT}_VALUES` });
  }
  await context.backlog.caughtUp(context);
  const read = readQuery(text);
  const asker: Asker = {
    audiences: audiencesOf(context.viewer),
    languageLevel: asked.languageLevel ?? null,
  };
  const [found, narrowed, onlyNarrowed, people] = await Promise.all([
    askDictionary(read, context),
    narrow(asked, asker, context),
    only ? narrow({ only }, asker, context) : null,
    peopleBehind(read, context),
  ]);
  const queryOf = (known: Found, isForgiving: boolean): Query => {
    const manner = { asText: asked.asText ?? [], isForgiving };
    const understanding = understand(read, lexiconOf(context.vocabulary), known, manner);
    return {
      understanding,
      conditions: conditionsOf(understanding, asker),
      narrowed: {
        ...narrowed,
        narrowings: [...(onlyNarrowed?.narrowings ?? []), ...narrowed.narrowings],
      },
      asker,
      people,
      completions: known.completions,
    };
  };
  const query = queryOf(found, false);
  let list: string | null = null;
  return {
    query,
    forgiving: async () => {
      const isEnough = !hasTrusted(read, found);
      const other = queryOf(isEnough ? found : await askDictionary(read, context, true), true);
      const isOther = toTsquery(other.conditions.hit) !== toTsquery(query.conditions.hit);
      return isOther ? other : null;
    },
    list: () =>
      (list ??= nameOf([only ?? null, read.words.map(({ folded }) => folded), read.text, asked])),
  };
}

const nameOf = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url');

/** The dictionary's answer, from memory where that has it. */
function askDictionary(read: QueryText, context: Context, isForgiving = false): Promise<Found> {
  const { directoryIndex, reader } = context;
  const ask = () => lookUp(reader, lookupOf(read), { isForgiving });
  if (!directoryIndex) return ask();
  return directoryIndex.lookUp(`${wordsIn(read)}${isForgiving ? ' ?' : ''}`, context, ask);
}

/** All that an answer of the dictionary depends on. */
const wordsIn = ({ words }: QueryText): string =>
  words.map(({ folded, spelt }) => (spelt === folded ? folded : `${folded}/${spelt}`)).join(' ');

/** People whose whole number or address this is; only where the viewer may see it, for what they read. */
async function peopleBehind({ text }: QueryText, context: Context): Promise<string[]> {
  const { purpose, reader, readModel, personalKey } = context;
  const address = addressOf(text);
  const digits = digitsOf(text);
  if (!purpose || (!address && !digits)) return [];
  const values = address ? [address] : [`+${digits}`, `+47${digits}`, String(digits)];
  const indexes = values.map((value) => personalKey.blindIndex(value));
  const finding = statementOf(
    readModel,
    peopleBehind,
    () => sql`select distinct c.person_id from person_contact_point c
      where c.value_index = any(${given('indexes')}::bytea[]) and ${visibleContactPoints('c')} and ${isOpen.whether('c')}`,
  );
  const rows = await reader.rawRows(finding, { context, args: { indexes } });
  return rows.flatMap(([id]) => id ?? []);
}
