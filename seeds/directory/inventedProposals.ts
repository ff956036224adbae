import { OutsideRegister } from '#schema/directory/register/OutsideRegister.ts';
import { ProposalKind } from '#schema/directory/register/ProposalKind.ts';
import { ProposalState } from '#schema/directory/register/ProposalState.ts';
import { RegisterProposal } from '#schema/directory/register/RegisterProposal.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import type { Organisation } from '#schema/organisation/Organisation.ts';
import { found } from '#seeds/common/readRows.ts';
import { Corner, type World } from '#seeds/common/World.ts';
import type { InventedOrganisation } from '#seeds/organisation/inventedOrganisations.ts';
import type { Vocabulary } from '#seeds/vocabulary/readVocabulary.ts';

interface Said {
  readonly kind: ProposalKind;
  readonly register?: OutsideRegister;
  readonly evidence: readonly { fact: string; before: string | null; after: string | null }[];
  readonly fields?: readonly object[];
}

/**
 * Forslag å prøve seg på. What the registers of others propose, in the demo: of invented organisations alone, for of a real one it would be a false fact.
 */
export function inventedProposals(
  organisations: readonly InventedOrganisation[],
  { areas }: Pick<Vocabulary, 'areas'>,
  world: World,
): RegisterProposal[] {
  const byKey = new Map(organisations.map(({ key, organisation }) => [key, organisation]));
  const area = (code: string) => found(areas, code, 'area', 'the proposals of the demo').number;
  const propose = (key: string, said: (organisation: Organisation, corner: Corner) => Said) => {
    const organisation = byKey.get(key);
    const corner = new Corner(world, `proposal/${key}`);
    return organisation ? [proposalOf(organisation, corner, said(organisation, corner))] : [];
  };
  return [
    ...propose('lanternelaget-alna', ({ name }, corner) => ({
      kind: ProposalKind.RENAMED,
      evidence: [
        { fact: 'name', before: name.toUpperCase(), after: 'LANTERNELAGET ALNA OG FURUSET' },
      ],
      fields: renamed(name, 'Lanternelaget Alna og Furuset', corner.id('name')),
    })),
    ...propose('lanternelaget-barum', ({ seat }) => ({
      kind: ProposalKind.MOVED,
      evidence: [{ fact: 'municipality', before: '3201 BÆRUM', after: '3203 ASKER' }],
      fields: [{ field: 'seat', before: seat?.getEntity().number ?? null, after: area('3203') }],
    })),
    ...propose('ravsteinen', () => ({
      kind: ProposalKind.CLOSING,
      evidence: [{ fact: 'isClosing', before: 'false', after: 'true' }],
    })),
    ...propose('kanelbark', () => ({
      kind: ProposalKind.PURPOSE,
      evidence: [
        {
          fact: 'purpose',
          before: 'Leksehjelp og foreldremøter.',
          after: 'Leksehjelp, foreldremøter og svømmeopplæring for kvinner.',
        },
      ],
    })),
    ...propose('fjellampa', () => ({
      kind: ProposalKind.NOT_VOLUNTARY,
      register: OutsideRegister.FRIVILLIGHETSREGISTERET,
      evidence: [{ fact: 'isVoluntary', before: 'true', after: 'false' }],
    })),
  ];
}

function proposalOf(
  organisation: Organisation,
  corner: Corner,
  { kind, register = OutsideRegister.ENHETSREGISTERET, evidence, fields = [] }: Said,
): RegisterProposal {
  return Object.assign(new RegisterProposal(), {
    id: corner.id(),
    version: 1,
    organisation,
    register,
    kind,
    fields,
    evidence,
    fingerprint: corner.id('fingerprint'),
    foundAt: new Date(`${corner.daysAgo(1, 12)}T05:12:00Z`),
    state: ProposalState.OPEN,
    decidedById: null,
    decidedBy: null,
    decidedAt: null,
    decidedVersion: null,
    reason: null,
  });
}

/** What it was called is kept, as what it was called. */
const renamed = (before: string, after: string, part: string): object[] => [
  { field: 'name', before, after },
  { field: 'names.id', part, before: null, after: part },
  { field: 'names.name', part, before: null, after: before },
  { field: 'names.use', part, before: null, after: NameUse.FORMER },
];
