import { Organisation } from '#schema/organisation/Organisation.ts';
import type {
  ComparedFact,
  RegisterComparison,
} from '#schema/directory/register/RegisterComparison.ts';
import { RegisterReach } from '#schema/directory/register/RegisterReach.ts';
import { RegisterStanding } from '#schema/directory/register/RegisterStanding.ts';
import { isUuid } from '#server/common/isUuid.ts';
import { given, sql } from '#server/common/sql.ts';
import { statementOf } from '#server/common/Statement.ts';
import type { Context } from '#server/context.ts';
import { fold } from '#server/directory/fold.ts';
import { NotFound } from '#server/problems.ts';
import { displayName } from './displayName.ts';
import { type Found, foundBy, unitsOf } from './lookUpOrganisation.ts';
import { reaching } from './reaching.ts';
import type { UnitFacts } from './UnitFacts.ts';

interface Here {
  readonly number: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly seat: number | null;
  readonly website: string | null;
  readonly closedOn: string | null;
}

/** Sammenligner. What Enhetsregisteret says of an organisation, beside what we have. Throws NOT_FOUND. */
export async function compareWithRegister(
  context: Context,
  organisationId: string,
): Promise<RegisterComparison> {
  const here = await find(context, organisationId);
  const { registers, now } = context;
  const { number } = here;
  if (number === null) {
    return {
      reach: RegisterReach.ANSWERED,
      secondsToWait: null,
      standing: RegisterStanding.NO_NUMBER,
      unit: null,
      facts: [],
    };
  }
  const ask = registers?.asksBrreg ? () => foundBy(registers, number) : null;
  const { reach, secondsToWait, answer } = await reaching(ask, now);
  const found = answer && 'facts' in answer ? (answer satisfies Found) : null;
  const [unit = null] = await unitsOf(context, found ? [found] : []);
  return {
    reach,
    secondsToWait,
    standing: (answer?.state as RegisterStanding | undefined) ?? null,
    unit,
    facts: found ? compared(context, here, found.facts) : [],
  };
}

async function find({ reader, readModel, ...context }: Context, id: string): Promise<Here> {
  const finding = statementOf(
    readModel,
    compareWithRegister,
    () => sql`select json_build_object('number', o.number, 'name', o.name, 'seat', o.seat_number, 'closedOn', o.closed_on,
        'aliases', array(select n.name from organisation_name n where n.organisation_id = o.id),
        'website', (select c.value from organisation_contact_point c
          where c.organisation_id = o.id and c.channel = 'website' and c.audience = 'all_staff' order by c.position, c.id limit 1))
      from organisation o where o.id = ${given('id')} and ${readModel.readable(Organisation.name).rule('o')}`,
  );
  const [row] = isUuid(id)
    ? await reader.rawRows(finding, { context: { reader, readModel, ...context }, args: { id } })
    : [];
  if (!row) throw new NotFound(Organisation.name);
  return JSON.parse(row[0] as string) as Here;
}

function compared({ vocabulary, locale }: Context, here: Here, facts: UnitFacts): ComparedFact[] {
  const placeOf = (number: number | null) =>
    number === null ? null : (vocabulary.byNumber('Area', number, locale)?.name ?? null);
  const theirs = facts.municipality === null ? null : vocabulary.area(facts.municipality, locale);
  const isCalled = [here.name, ...here.aliases].some((it) => fold(it) === fold(facts.name));
  const all: ComparedFact[] = [
    { fact: 'name', ours: here.name, theirs: displayName(facts.name), isSame: isCalled },
    {
      fact: 'seat',
      ours: placeOf(here.seat),
      theirs: theirs?.name ?? facts.municipalityName,
      isSame: here.seat !== null && here.seat === theirs?.number,
    },
    {
      fact: 'website',
      ours: here.website,
      theirs: facts.website,
      isSame: here.website !== null && bare(here.website) === bare(facts.website ?? ''),
    },
    {
      fact: 'closedOn',
      ours: here.closedOn,
      theirs: facts.deletedOn,
      isSame: here.closedOn === facts.deletedOn,
    },
  ];
  return all.filter((it) => it.ours !== null || it.theirs !== null);
}

/** A web address without what people leave out. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
