import { ImportPolicy } from '#schema/directory/import/ImportPolicy.ts';
import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { type FieldChange, rowMade } from '#server/common/FieldChange.ts';
import { foldedWords } from '#server/directory/fold.ts';
import type { Existing } from './Existing.ts';
import type { Wanted, Wish } from './readWanted.ts';

/** What a new organisation gets beside what its row says. */
export interface Given {
  readonly kind: OrganisationKind;
  /** By its identifier, where its row names one. */
  readonly parent: string | null;
  /** Where it comes from. */
  readonly source: string;
  readonly newId: () => string;
}

/**
 * Planlegger felt. What a row would change, in the language of the change log: each field before and after; nothing where the register
 * says it already.
 */
export function planFields(wanted: Wanted, existing: Existing | null, given: Given): FieldChange[] {
  return existing ? changesTo(existing, wanted, given) : made(wanted, given);
}

const aContact = (contact: Wanted['contacts'][number], position: number, part: string) =>
  rowMade(
    part,
    {
      channel: contact.channel,
      value: contact.value,
      position,
      audience: ContactAudience.ALL_STAFF,
    },
    'contactPoints',
  );

const aName = (name: string, part: string) =>
  rowMade(part, { name, use: isShort(name) ? NameUse.SHORT : NameUse.ALIAS }, 'names');

const isShort = (name: string): boolean => name.length <= 8 && name === name.toUpperCase();

function made(wanted: Wanted, { kind, parent, source, newId }: Given): FieldChange[] {
  const own: Record<string, unknown> = {
    name: wanted.name?.value,
    kind: wanted.kind?.value ?? kind,
    number: wanted.number?.value,
    seat: wanted.seat?.value,
    servedAreas: wanted.servedAreas?.value,
    languages: wanted.languages?.value,
    communities: wanted.communities?.value,
    topics: wanted.topics?.value,
    parent,
    memberCount: wanted.membership?.value.count,
    memberYear: wanted.membership?.value.year,
  };
  return [
    ...rowMade(newId(), own),
    ...wanted.aliases.flatMap(({ value }) => aName(value, newId())),
    ...wanted.contacts.flatMap((contact, at) => aContact(contact, at, newId())),
    ...rowMade(newId(), { title: source }, 'sources'),
  ];
}

const { FILL, ADD, OVERWRITE } = ImportPolicy;

function changesTo(existing: Existing, wanted: Wanted, { parent, newId }: Given): FieldChange[] {
  const changes: FieldChange[] = [];
  const single = (field: string, before: unknown, wish: Wish<unknown> | undefined) => {
    if (!wish || wish.value === before) return;
    if (wish.policy === FILL && before !== null) return;
    changes.push({ field, before, after: wish.value });
  };
  single('name', existing.name, wanted.name);
  single('kind', existing.kind, wanted.kind);
  single('number', existing.number, wanted.number);
  single('seat', existing.seat, wanted.seat);
  single(
    'parent',
    existing.parent,
    parent === null || !wanted.parent ? undefined : { ...wanted.parent, value: parent },
  );
  if (wanted.membership) {
    const { value, policy } = wanted.membership;
    single('memberCount', existing.memberCount, { value: value.count, policy });
    single('memberYear', existing.memberYear, { value: value.year, policy });
  }
  for (const field of ['servedAreas', 'languages', 'communities', 'topics'] as const) {
    const wish = wanted[field];
    const before = existing[field];
    if (!wish || (wish.policy === FILL && before.length)) continue;
    const after = wish.policy === ADD ? [...new Set([...before, ...wish.value])] : wish.value;
    if (isSameSet(before, after)) continue;
    changes.push({ field, before, after });
  }
  const known = new Set([existing.name, ...existing.aliases].map(foldedName));
  for (const { value, policy } of wanted.aliases) {
    if (known.has(foldedName(value)) || (policy === FILL && existing.aliases.length)) continue;
    known.add(foldedName(value));
    changes.push(...aName(value, newId()));
  }
  return [...changes, ...contactChanges(existing, wanted, newId)];
}

function contactChanges(existing: Existing, wanted: Wanted, newId: () => string): FieldChange[] {
  const changes: FieldChange[] = [];
  let position = Math.max(-1, ...existing.contacts.map((it) => it.position)) + 1;
  const replaced = new Set<string>();
  for (const contact of wanted.contacts) {
    const { channel, value, policy } = contact;
    const those = existing.contacts.filter((it) => it.channel === channel);
    if (those.some((it) => isSameValue(it.value, value))) continue;
    if (policy === FILL && those.length) continue;
    // One that is meant for few is not for a list to replace.
    const first = those.find(
      (it) => it.audience === ContactAudience.ALL_STAFF && !replaced.has(it.id),
    );
    if (policy === OVERWRITE && first) {
      replaced.add(first.id);
      const note = (field: string, before: unknown, after: unknown) => {
        if (before !== after)
          changes.push({ field: `contactPoints.${field}`, part: first.id, before, after });
      };
      note('value', first.value, value);
      // A corrected one counts as not yet tried.
      note('lastWorkedOn', first.lastWorkedOn, null);
      note('bouncedOn', first.bouncedOn, null);
      continue;
    }
    changes.push(...aContact(contact, position, newId()));
    position += 1;
  }
  return changes;
}

const foldedName = (name: string): string => foldedWords(name).join(' ');

const isSameSet = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && new Set(one).isSubsetOf(new Set(other));

const isSameValue = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
