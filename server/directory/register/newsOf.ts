import { createHash } from 'node:crypto';

import { OutsideRegister } from '#schema/directory/register/OutsideRegister.ts';
import type { ProposalEvidence } from '#schema/directory/register/ProposalEvidence.ts';
import { ProposalKind } from '#schema/directory/register/ProposalKind.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { type FieldChange, rowMade } from '#server/common/FieldChange.ts';
import { fold } from '#server/directory/fold.ts';
import { displayName } from './displayName.ts';
import type { UnitAnswer, UnitFacts } from './UnitFacts.ts';

/** What our register says of an organisation, of what another may have news about. */
export interface Ours {
  readonly id: string;
  readonly name: string;
  /** What else it is called, but for what it was called before. */
  readonly aliases: readonly string[];
  readonly kind: OrganisationKind;
  /** The number of the municipality of its seat. */
  readonly seat: number | null;
  readonly closedOn: string | null;
}

/** What the registers said of a number when we asked. */
export interface Entry {
  readonly state: UnitAnswer['state'];
  readonly facts: UnitFacts | null;
  /** Null where they were not asked for, or there are none. */
  readonly categories: readonly string[] | null;
}

/** En nyhet. What has happened, what would follow from it here, and by what it is known. */
export interface News {
  readonly kind: ProposalKind;
  readonly register: OutsideRegister;
  readonly fields: readonly FieldChange[];
  readonly evidence: readonly ProposalEvidence[];
  /** The same for the same news. */
  readonly fingerprint: string;
}

export interface WhatIsNew {
  readonly news: readonly News[];
  /** Of what kind nothing is to be decided any more. */
  readonly settled: readonly ProposalKind[];
}

/** Trosamfunn and livssynssamfunn, as Frivillighetsregisteret counts them. */
const faith = '10100';

/**
 * Nyheter. What a register says now that it did not say when we last looked, and that our register does not say either.
 *
 * What it has said all the time is no news, however it differs from ours: an editor may know better. Where nobody has looked before, news are only what
 * cannot have been known: that it is gone, or goes by another name than one which it had before.
 */
export function newsOf(
  ours: Ours,
  before: Entry | null,
  now: Entry,
  areaOf: (code: string) => number | null,
): WhatIsNew {
  const news: News[] = [];
  const settled: ProposalKind[] = [];
  const tell = (
    kind: ProposalKind,
    evidence: readonly ProposalEvidence[],
    fields: readonly FieldChange[] = [],
    register = OutsideRegister.ENHETSREGISTERET,
  ): void => {
    const said = JSON.stringify([kind, evidence.map(({ fact, after }) => [fact, after])]);
    const fingerprint = createHash('sha256').update(said).digest('hex');
    news.push({ kind, register, fields, evidence, fingerprint });
  };

  if (now.state === 'removed') {
    settled.push(...allBut(ProposalKind.REMOVED));
    if (before?.state !== 'removed') tell(ProposalKind.REMOVED, []);
    return { news, settled };
  }
  if (!now.facts) return { news, settled };
  settled.push(ProposalKind.REMOVED);
  if (now.state === 'deleted') {
    settled.push(...allBut(ProposalKind.DELETED, ProposalKind.REMOVED));
    const { deletedOn } = now.facts;
    if (ours.closedOn !== null) settled.push(ProposalKind.DELETED);
    else if (before?.facts?.deletedOn !== deletedOn) {
      tell(
        ProposalKind.DELETED,
        [{ fact: 'deletedOn', before: null, after: deletedOn }],
        [{ field: 'closedOn', before: null, after: deletedOn }],
      );
    }
    return { news, settled };
  }
  settled.push(ProposalKind.DELETED);
  const whatIs = { ours, was: before?.facts ?? null, is: now.facts, tell, settled };
  standing(whatIs);
  named(whatIs);
  placed(whatIs, areaOf);
  meant(whatIs, before?.categories ?? null, now.categories);
  return { news, settled };
}

interface WhatIs {
  readonly ours: Ours;
  readonly was: UnitFacts | null;
  readonly is: UnitFacts;
  readonly tell: (
    kind: ProposalKind,
    evidence: readonly ProposalEvidence[],
    fields?: readonly FieldChange[],
    register?: OutsideRegister,
  ) => void;
  readonly settled: ProposalKind[];
}

/** Bankrupt, being wound up, out of Frivillighetsregisteret: for the editor to see what follows. */
function standing({ was, is, tell, settled }: WhatIs): void {
  for (const [kind, fact] of [
    [ProposalKind.BANKRUPT, 'isBankrupt'],
    [ProposalKind.CLOSING, 'isClosing'],
  ] as const) {
    if (!is[fact]) settled.push(kind);
    else if (!was?.[fact]) tell(kind, [{ fact, before: was && 'false', after: 'true' }]);
  }
  if (is.isVoluntary) settled.push(ProposalKind.NOT_VOLUNTARY);
  else if (was?.isVoluntary) {
    tell(
      ProposalKind.NOT_VOLUNTARY,
      [{ fact: 'isVoluntary', before: 'true', after: 'false' }],
      [],
      OutsideRegister.FRIVILLIGHETSREGISTERET,
    );
  }
}

/** Another name. What it was called is kept, as what it was called. */
function named({ ours, was, is, tell, settled }: WhatIs): void {
  const isSame = (one: string, other: string) => fold(one) === fold(other);
  if ([ours.name, ...ours.aliases].some((name) => isSame(name, is.name))) {
    settled.push(ProposalKind.RENAMED);
    return;
  }
  const formerly = was
    ? !isSame(was.name, is.name) && was.name
    : is.formerNames.find((name) => isSame(name, ours.name));
  if (!formerly) return;
  tell(
    ProposalKind.RENAMED,
    [{ fact: 'name', before: formerly, after: is.name }],
    [
      { field: 'name', before: ours.name, after: displayName(is.name) },
      ...rowMade(crypto.randomUUID(), { name: ours.name, use: NameUse.FORMER }, 'names'),
    ],
  );
}

/** Another municipality. One that we do not know, such as Svalbard, is for the editor to place. */
function placed(
  { ours, was, is, tell, settled }: WhatIs,
  areaOf: (code: string) => number | null,
): void {
  const { municipality: code } = is;
  const seat = code === null ? null : areaOf(code);
  if (code === null || (seat !== null && seat === ours.seat)) {
    settled.push(ProposalKind.MOVED);
    return;
  }
  if (!was || was.municipality === code) return;
  const place = ({ municipality, municipalityName }: UnitFacts) =>
    municipality && [municipality, municipalityName].filter(Boolean).join(' ');
  tell(
    ProposalKind.MOVED,
    [{ fact: 'municipality', before: place(was), after: place(is) }],
    seat === null ? [] : [{ field: 'seat', before: ours.seat, after: seat }],
  );
}

/** Another purpose, or another category: what follows from that is for the editor to see, but for what the category says itself. */
function meant(
  { ours, was, is, tell }: WhatIs,
  before: readonly string[] | null,
  now: readonly string[] | null,
): void {
  const evidence: ProposalEvidence[] = [];
  if (was && was.purpose !== is.purpose) {
    evidence.push({ fact: 'purpose', before: was.purpose, after: is.purpose });
  }
  const isOther = before !== null && now !== null && before.join() !== now.join();
  if (isOther) evidence.push({ fact: 'categories', before: before.join(), after: now.join() });
  if (!evidence.length) return;
  const becomesFaith =
    isOther && now[0] === faith && ours.kind === OrganisationKind.VOLUNTARY_ORGANISATION;
  tell(
    ProposalKind.PURPOSE,
    evidence,
    becomesFaith
      ? [{ field: 'kind', before: ours.kind, after: OrganisationKind.FAITH_COMMUNITY }]
      : [],
    isOther && evidence.length === 1
      ? OutsideRegister.FRIVILLIGHETSREGISTERET
      : OutsideRegister.ENHETSREGISTERET,
  );
}

const allBut = (...kinds: readonly ProposalKind[]): ProposalKind[] =>
  Object.values(ProposalKind).filter((kind) => !kinds.includes(kind));
