import type { RegisteredUnit } from '#schema/directory/register/RegisteredUnit.ts';
import type { RegisterLookup } from '#schema/directory/register/RegisterLookup.ts';
import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { sql } from '#server/common/sql.ts';
import type { Context } from '#server/context.ts';
import { InvalidInput } from '#server/problems.ts';
import { categoryName } from './categoryName.ts';
import { displayName } from './displayName.ts';
import { reaching } from './reaching.ts';
import type { Registers } from './Registers.ts';
import type { UnitAnswer, UnitFacts } from './UnitFacts.ts';

const shortest = 3;
const longest = 200;

/** A unit, with its categories in Frivillighetsregisteret where those were asked for. */
export interface Found {
  readonly facts: UnitFacts;
  readonly categories: readonly string[] | null;
}

/**
 * Slå opp. Finds an organisation in Enhetsregisteret by its number, or by what its name is like.
 *
 * Throws INVALID_INPUT for digits that are no organisation number, and for less than one can search by.
 */
export async function lookUpOrganisation(context: Context, text: string): Promise<RegisterLookup> {
  const digits = text.replaceAll(/[\s\u00a0.]/g, '');
  const isNumber = /^\d{6,}$/.test(digits);
  if (isNumber && !isOrganisationNumber(digits))
    throw new InvalidInput({ text: 'NOT_AN_ORGANISATION_NUMBER' });
  if (!isNumber && text.length < shortest) throw new InvalidInput({ text: 'TOO_SHORT' });
  if (text.length > longest) throw new InvalidInput({ text: 'TOO_LONG' });

  const { registers, now } = context;
  const ask = registers?.asksBrreg
    ? () => (isNumber ? byNumber(registers, digits) : byName(registers, text))
    : null;
  const { reach, secondsToWait, answer } = await reaching(ask, now);
  return {
    reach,
    secondsToWait,
    isNotForUs: answer === 'notForUs',
    units: answer && answer !== 'notForUs' ? await unitsOf(context, answer) : [],
  };
}

/** What there is to say of a number; with its categories, where it has any. */
export async function foundBy(
  registers: Registers,
  number: string,
): Promise<Exclude<UnitAnswer, { facts: UnitFacts }> | (Found & { state: 'here' | 'deleted' })> {
  const answer = await registers.unit(number, 'asked');
  if (!('facts' in answer)) return answer;
  const { facts } = answer;
  // Another register; that it does not answer is no reason to tell nothing.
  const categories = facts.isVoluntary
    ? await registers.categories(number, 'asked').catch(() => null)
    : null;
  return { ...answer, categories };
}

async function byNumber(registers: Registers, number: string): Promise<Found[] | 'notForUs'> {
  const found = await foundBy(registers, number);
  if ('facts' in found) return [found];
  return found.state === 'notForUs' ? 'notForUs' : [];
}

async function byName(registers: Registers, name: string): Promise<Found[]> {
  const all = await registers.find(name);
  return all.map((facts) => ({ facts, categories: null }));
}

/** As the API shows them, with those that we have. */
export async function unitsOf(
  { reader, vocabulary, locale }: Context,
  all: readonly Found[],
): Promise<RegisteredUnit[]> {
  const numbers = all.map(({ facts: { number } }) => number);
  if (!numbers.length) return [];
  const rows = await reader.rows<[string, string, string]>(
    sql`select number, id, name from organisation where number = any(${numbers}::text[])`,
  );
  const known = new Map(rows.map(([number, id, name]) => [number, { id, name }]));
  return all.map(({ facts: { name, municipality, ...facts }, categories }) => ({
    ...facts,
    name: displayName(name),
    registeredName: name,
    seat: municipality === null ? null : vocabulary.area(municipality, locale),
    categories: categories?.map((code) => ({ code, name: categoryName(code, locale) })) ?? null,
    known: known.get(facts.number) ?? null,
  }));
}
