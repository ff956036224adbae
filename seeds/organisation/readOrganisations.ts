import { z } from 'zod';

import { Confidence } from '#schema/common/Confidence.ts';
import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { Catchment } from '#schema/organisation/Catchment.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { cell } from '#seeds/common/cell.ts';
import { found, readRows, type SeedRow } from '#seeds/common/readRows.ts';
import { seedId } from '#seeds/common/seedId.ts';
import { aCatchment, aContactPoint, aName, anOrganisation, aSource } from '#seeds/organisation.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';
import { type OtherName, otherNames } from './otherNames.ts';

/** An organisation, and the records that are part of it: its names, contact points and sources. */
export interface OrganisationSeed {
  readonly organisation: Organisation;
  readonly parts: readonly object[];
}

/** The organisations that are really there. Nothing here is invented, and nothing is guessed. */
export interface RealOrganisations {
  /** Health authorities, trusts and hospitals; the authorities first. */
  readonly trusts: readonly OrganisationSeed[];
  readonly organisations: readonly OrganisationSeed[];
  readonly catchments: readonly Catchment[];
}

const organisationNumber = cell.text.refine(
  isOrganisationNumber,
  'is not an organisation number: its check digit is wrong',
);

const trustRow = z.object({
  number: organisationNumber,
  name: cell.text,
  shortName: cell.text,
  kind: cell.oneOf(OrganisationKind),
  parent: cell.orNull(cell.text),
  website: cell.orNull(cell.webAddress),
  verifiedOn: cell.orNull(cell.day),
});

const catchmentRow = z.object({
  area: cell.text,
  trust: cell.text,
  localHospital: cell.text,
  since: cell.day,
  until: cell.orNull(cell.day),
  confidence: cell.oneOf(Confidence),
  note: cell.orNull(cell.text),
});

const sourceRow = z.object({
  key: cell.text,
  title: cell.text,
  url: cell.orNull(cell.webAddress),
  year: cell.orNull(cell.whole),
});

const organisationRow = z.object({
  number: cell.orNull(organisationNumber),
  name: cell.text,
  shortName: cell.orNull(cell.text),
  kind: cell.oneOf(OrganisationKind),
  otherNames,
  seat: cell.orNull(cell.text),
  serves: cell.list,
  languages: cell.list,
  communities: cell.list,
  topics: cell.list,
  memberCount: cell.orNull(cell.whole),
  memberYear: cell.orNull(cell.whole),
  website: cell.orNull(cell.webAddress),
  sources: cell.list,
});

const faithCommunityRow = z.object({
  number: organisationNumber,
  name: cell.text,
  formerNames: cell.list,
  memberCount: cell.orNull(cell.whole),
  memberYear: cell.orNull(cell.whole),
  source: cell.text,
});

type Sources = ReadonlyMap<string, z.infer<typeof sourceRow>>;

export function readOrganisations(folder: string, vocabulary: Vocabulary): RealOrganisations {
  const sources: Sources = new Map(
    readRows(folder, 'organisation/sources.csv', sourceRow, ['key']).map(({ fact }) => [
      fact.key,
      fact,
    ]),
  );
  const trusts = readTrusts(folder, sources);
  return {
    trusts: [...trusts.values()],
    organisations: readOthers(folder, vocabulary, sources),
    catchments: readCatchments(folder, vocabulary, trusts),
  };
}

function readTrusts(folder: string, sources: Sources): Map<string, OrganisationSeed> {
  const seeds = new Map<string, OrganisationSeed>();
  const rows = readRows(folder, 'organisation/healthTrusts.csv', trustRow, ['number']);
  for (const { fact, at } of rows) {
    const { shortName, website, parent, verifiedOn, ...own } = fact;
    const above = parent && found(seeds, parent, 'health authority above it', at).organisation;
    const organisation = anOrganisation({
      ...own,
      id: seedId(`organisation/${own.number}`),
      parent: above || null,
      verifiedOn,
      verifiedBy: verifiedOn ? VerificationMethod.REGISTER : null,
    });
    const names = shortName === own.name ? [] : [{ use: NameUse.SHORT, name: shortName }];
    const parts = partsOf(organisation, names, website, [found(sources, 'trusts', 'source', at)]);
    seeds.set(own.number, { organisation, parts });
  }
  return seeds;
}

function readCatchments(
  folder: string,
  { areas }: Vocabulary,
  trusts: ReadonlyMap<string, OrganisationSeed>,
): Catchment[] {
  return readRows(folder, 'organisation/catchments.csv', catchmentRow).map(({ fact, at }) => {
    const { area, trust, ...own } = fact;
    const answering = found(trusts, trust, 'health trust', at).organisation;
    const id = seedId(`catchment/${area}/${own.since}`);
    return aCatchment(found(areas, area, 'area', at), answering, { id, ...own });
  });
}

/** Two lists that overlap. A number is one organisation: the row of the first list is the richer, the second adds to it. */
function readOthers(folder: string, vocabulary: Vocabulary, sources: Sources): OrganisationSeed[] {
  const path = 'organisation/faithCommunities.csv';
  const communities = readRows(folder, path, faithCommunityRow, ['number']);
  const listed = new Map(communities.map((row) => [row.fact.number, row]));

  const rows = readRows(folder, 'organisation/organisations.csv', organisationRow, ['number']);
  const described = rows.map((row) => {
    const community = row.fact.number ? listed.get(row.fact.number) : undefined;
    if (community) listed.delete(community.fact.number);
    return describedOrganisation(row, community, vocabulary, sources);
  });
  return [...described, ...[...listed.values()].map((row) => listedCommunity(row, sources))];
}

function describedOrganisation(
  { fact, at }: SeedRow<z.infer<typeof organisationRow>>,
  community: SeedRow<z.infer<typeof faithCommunityRow>> | undefined,
  { areas, languages, topics, communities }: Vocabulary,
  sources: Sources,
): OrganisationSeed {
  const { memberCount, memberYear } =
    fact.memberCount === null && community ? community.fact : fact;
  const organisation = anOrganisation({
    id: seedId(`organisation/${fact.number ?? fact.name}`),
    name: fact.name,
    kind: fact.kind,
    number: fact.number,
    seat: fact.seat ? found(areas, fact.seat, 'area', at) : null,
    servedAreas: fact.serves.map((code) => found(areas, code, 'area', at)),
    languages: fact.languages.map((code) => found(languages, code, 'language', at)),
    communities: fact.communities.map((code) => found(communities, code, 'country', at)),
    topics: fact.topics.map((code) => found(topics, code, 'topic', at)),
    memberCount,
    memberYear,
  });
  const names = [
    ...(fact.shortName ? [{ use: NameUse.SHORT, name: fact.shortName }] : []),
    ...fact.otherNames.map(({ language, ...own }) => ({
      ...own,
      language: language ? found(languages, language, 'language', at) : null,
    })),
    ...formerNames(community),
  ];
  const keys = new Set([...fact.sources, ...(community ? [community.fact.source] : [])]);
  const origins = [...keys].map((key) => found(sources, key, 'source', at));
  return { organisation, parts: partsOf(organisation, names, fact.website, origins) };
}

/** Of most communities only the number, the name and a membership figure are known; the rest stays unknown. */
function listedCommunity(
  row: SeedRow<z.infer<typeof faithCommunityRow>>,
  sources: Sources,
): OrganisationSeed {
  const { number, name, memberCount, memberYear, source } = row.fact;
  const organisation = anOrganisation({
    id: seedId(`organisation/${number}`),
    name,
    number,
    kind: OrganisationKind.FAITH_COMMUNITY,
    memberCount,
    memberYear,
  });
  const origins = [found(sources, source, 'source', row.at)];
  return { organisation, parts: partsOf(organisation, formerNames(row), null, origins) };
}

const formerNames = (row?: SeedRow<z.infer<typeof faithCommunityRow>>) =>
  (row?.fact.formerNames ?? []).map((name) => ({ use: NameUse.FORMER, name }));

function partsOf(
  organisation: Organisation,
  names: readonly (Omit<OtherName, 'language'> & Parameters<typeof aName>[2])[],
  website: string | null,
  sources: readonly z.infer<typeof sourceRow>[],
): object[] {
  const id = (part: string) => seedId(`${organisation.id}/${part}`);
  const distinct = new Map(names.map((other) => [other.name, other]));
  return [
    ...[...distinct.values()].map(({ name, ...own }) =>
      aName(organisation, name, { ...own, id: id(`name/${name}`) }),
    ),
    ...(website
      ? [
          aContactPoint(organisation, {
            id: id('website'),
            channel: ContactChannel.WEBSITE,
            value: website,
          }),
        ]
      : []),
    ...sources.map(({ key, title, ...own }) =>
      aSource(organisation, title, { ...own, id: id(`source/${key}`) }),
    ),
  ];
}
