import { z } from 'zod';

import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import type { Area } from '#schema/vocabulary/Area.ts';
import { cell } from '#seeds/common/cell.ts';
import {
  inventedHours,
  inventedSource,
  inventedTrial,
  inventedVerification,
  slug,
  undialable,
} from '#seeds/common/invented.ts';
import { found, readRows } from '#seeds/common/readRows.ts';
import { Corner, type World } from '#seeds/common/World.ts';
import { aContactPoint, aName, anOrganisation, aSource } from '#seeds/organisation.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { otherNames } from './otherNames.ts';
import type { OrganisationSeed } from './readOrganisations.ts';

/** An invented organisation; the key is how the rest of the invented world speaks of it. */
export interface InventedOrganisation extends OrganisationSeed {
  readonly key: string;
}

const row = z.object({
  key: cell.text,
  name: cell.text,
  kind: cell.oneOf(OrganisationKind),
  parent: cell.orNull(cell.text),
  seat: cell.text,
  serves: cell.list,
  languages: cell.list,
  communities: cell.list,
  topics: cell.list,
  otherNames,
});

/** The cast: associations, informal groups, an umbrella with branches in the whole country. None has a number, for none exists. */
export function inventedOrganisations(
  folder: string,
  { areas, languages, communities, topics }: Vocabulary,
  world: World,
): InventedOrganisation[] {
  const seeds = new Map<string, InventedOrganisation>();
  const path = 'organisation/inventedOrganisations.csv';
  for (const { fact, at } of readRows(folder, path, row, ['key', 'name'])) {
    const { key, name, kind, parent, otherNames } = fact;
    const corner = new Corner(world, `organisation/${key}`);
    const seat = found(areas, fact.seat, 'area', at);
    const organisation = anOrganisation({
      id: corner.id(),
      name,
      kind,
      seat,
      parent: parent ? found(seeds, parent, 'organisation above it', at).organisation : null,
      languages: fact.languages.map((code) => found(languages, code, 'language', at)),
      communities: fact.communities.map((code) => found(communities, code, 'country', at)),
      topics: fact.topics.map((code) => found(topics, code, 'topic', at)),
      servedAreas: fact.serves.map((code) => found(areas, code, 'area', at)),
      ...inventedVerification(corner),
      ...inventedMembers(corner, kind),
    });
    const parts = [
      ...otherNames.map(({ language, ...other }) =>
        aName(organisation, other.name, {
          id: corner.id(`name/${other.name}`),
          use: other.use,
          language: language ? found(languages, language, 'language', at) : null,
        }),
      ),
      ...inventedContactPoints(corner, organisation, key, seat),
      aSource(organisation, inventedSource, { id: corner.id('source') }),
    ];
    seeds.set(key, { key, organisation, parts });
  }
  return [...seeds.values()];
}

function inventedMembers({ chance, year }: Corner, kind: OrganisationKind) {
  const isCounted = kind !== OrganisationKind.INFORMAL_GROUP && chance.happens(75);
  if (!isCounted) return {};
  return { memberCount: chance.between(12, 340), memberYear: year - chance.between(0, 4) };
}

/** Whose leaders answer text messages, and no letters: rounds go to them that way. */
const byText: ReadonlySet<string> = new Set(['ravsteinen', 'mosseporten', 'sju-stoler']);

const offices = ['Kontor', 'Vakttelefon', 'Leder', 'Sekretariat'];

function inventedContactPoints(
  corner: Corner,
  organisation: Organisation,
  key: string,
  seat: Area,
): object[] {
  const { chance } = corner;
  const isInformal = organisation.kind === OrganisationKind.INFORMAL_GROUP;
  const host = `${slug(key)}.example`;
  const street = `Eksempelveien ${chance.between(1, 80)}`;
  const place = `${chance.pick(['Grendehuset', 'Biblioteket', 'Frivilligsentralen', 'Skolen'])}, ${street}, ${seat.nameNb}`;
  const phone = { value: undialable(corner), label: chance.pick(offices) };
  const offers = [
    [ContactChannel.PHONE, isInformal ? 45 : 82, phone],
    [ContactChannel.EMAIL, isInformal ? 40 : 85, { value: `post@${host}` }],
    [ContactChannel.WHATSAPP, isInformal ? 55 : 22, { value: phone.value, label: 'Gruppetråd' }],
    [ContactChannel.WEBSITE, isInformal ? 5 : 60, { value: `https://www.${host}` }],
    [ContactChannel.FACEBOOK, 50, { value: `https://facebook.example/${slug(key)}` }],
    [ContactChannel.SPOND, 14, { value: organisation.name }],
    [ContactChannel.MEETING_PLACE, isInformal ? 85 : 55, { value: place }],
    [ContactChannel.POST, isInformal ? 0 : 35, { value: `${street}\n0000 ${seat.nameNb}` }],
  ] as const;

  const first = byText.has(key)
    ? [
        aContactPoint(organisation, {
          id: corner.id(`contact/${ContactChannel.SMS}`),
          channel: ContactChannel.SMS,
          position: 0,
          value: phone.value,
          label: 'Leder',
        }),
      ]
    : [];
  const others = offers
    .filter(([, percent]) => chance.happens(percent))
    .map(([channel, , details], position) => {
      const isTried = position < 2 && chance.happens(65);
      const outcome = isTried
        ? chance.weighted([
            ['works', 80],
            ['bounced', 20],
          ] as const)
        : 'untried';
      return aContactPoint(organisation, {
        id: corner.id(`contact/${channel}`),
        channel,
        position: first.length + position,
        hours: channel === ContactChannel.PHONE ? inventedHours(corner) : null,
        audience: chance.happens(5) ? ContactAudience.COORDINATORS : ContactAudience.ALL_STAFF,
        ...inventedTrial(corner, outcome),
        ...details,
      });
    });
  return [...first, ...others];
}
