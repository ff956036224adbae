import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { type FieldChange, rowMade, rowRemoved } from '#server/common/FieldChange.ts';
import { whyNotText } from '#server/common/whyNotText.ts';
import type { Wrong } from '#server/common/Wrong.ts';
import type { Context } from '#server/context.ts';
import { readContactValue } from '#server/organisation/readContactValue.ts';
import type { KnownContactPoint } from './findPersonToEdit.ts';
import type { PersonContactPointInput } from './PersonFactsInput.ts';

const MOST_CONTACT_POINTS = 20;
const LONGEST_LABEL = 100;

/**
 * What differs from the ways to reach a person that are known. `typed` are all that the viewer sees, in the order to try them; what is not
 * meant for the viewer stays where it is.
 *
 * A value that is there is replaced without being seen, and always: whether the new one is the old one is not told.
 */
export function contactPointChanges(
  context: Context,
  known: readonly KnownContactPoint[],
  typed: readonly PersonContactPointInput[],
  wrong: Wrong,
): FieldChange[] {
  if (typed.length > MOST_CONTACT_POINTS) {
    wrong.note('contactPoints', `AT_MOST_${MOST_CONTACT_POINTS}_VALUES`);
    return [];
  }
  const seen = new Map(known.filter(({ isSeen }) => isSeen).map((point) => [point.id, point]));
  const given = new Map<string, KnownContactPoint | null>();
  const listed = typed.map((input, at) => {
    const point = input.id ? (seen.get(input.id.toLowerCase()) ?? null) : null;
    const id = point?.id ?? crypto.randomUUID();
    if (input.id && !point) wrong.note(`contactPoints.${at}.id`, 'UNKNOWN');
    if (given.has(id)) wrong.note(`contactPoints.${at}.id`, 'GIVEN_TWICE');
    given.set(id, point);
    return { input, at, id, point };
  });
  const left = [...seen.values()].filter(({ id }) => !given.has(id));
  const positions = positionsOf(known, [...given]);
  return [
    ...left.flatMap(({ id, isSeen: _isSeen, ...values }) =>
      rowRemoved(id, values, 'contactPoints'),
    ),
    ...listed.flatMap(({ input, at, id, point }) => {
      const wrongHere = (field: string, reason: string | null) =>
        wrong.note(`contactPoints.${at}.${field}`, reason);
      const values = {
        ...read(context, input, id, point, wrongHere),
        position: positions.get(id),
      };
      return point ? differing(point, values) : rowMade(id, values, 'contactPoints');
    }),
  ];
}

type Note = (field: string, reason: string | null) => void;

/** The columns that are typed, as they are to stand: of one that is there, those that were given. */
function read(
  { personalKey, vocabulary, locale }: Context,
  input: PersonContactPointInput,
  id: string,
  point: KnownContactPoint | null,
  wrong: Note,
): Partial<KnownContactPoint> {
  const { channel, value: typed, label, language, hours, audience } = input;
  if (point && channel && channel !== point.channel) wrong('channel', 'CANNOT_BE_CHANGED');
  if (!input.id && !channel) wrong('channel', 'REQUIRED');
  const text = (field: 'label' | 'hours', it: string | null | undefined) => {
    if (it === undefined) return {};
    if (it) wrong(field, whyNotText(it, { most: LONGEST_LABEL }));
    return { [field]: it || null };
  };
  const number = language ? vocabulary.byCode('Language', language, locale)?.number : null;
  if (number === undefined) wrong('language', 'UNKNOWN_CODE');
  const value = valueOf(point?.channel ?? channel, typed, !point, wrong);
  return {
    ...(!point && channel && { channel, audience: ContactAudience.ALL_STAFF }),
    ...(value !== null && {
      sealedValue: personalKey.seal(value, id).toString('base64'),
      valueIndex: personalKey.blindIndex(value).toString('base64'),
      lastWorkedOn: null,
      bouncedOn: null,
    }),
    ...text('label', label),
    ...text('hours', hours),
    ...(language !== undefined && { language: number ?? null }),
    ...(audience && { audience }),
  };
}

/** The value in the form of its channel; null where none was given, or it will not do. */
function valueOf(
  channel: ContactChannel | null | undefined,
  typed: string | null | undefined,
  isRequired: boolean,
  wrong: Note,
): string | null {
  if (!channel || (!typed && !isRequired)) return null;
  const given = typed ?? '';
  const { value, reason } = readContactValue(channel, given);
  wrong('value', whyNotText(given, { mayHaveLines: true }) ?? reason ?? null);
  return value ?? null;
}

/** What was given of one that is there, and is not so already. */
const differing = (point: KnownContactPoint, values: Partial<KnownContactPoint>): FieldChange[] =>
  Object.entries(values).flatMap(([field, after]) => {
    const before = point[field as keyof KnownContactPoint];
    if (before === after || after === undefined) return [];
    return [{ field: `contactPoints.${field}`, part: point.id, before, after }];
  });

/**
 * The place of each in the order to try. Where those that were there come in the order that they had, with new ones after them, nothing is
 * moved; else they are counted anew, around those that the viewer does not see.
 */
function positionsOf(
  known: readonly KnownContactPoint[],
  given: readonly (readonly [id: string, point: KnownContactPoint | null])[],
): ReadonlyMap<string, number> {
  const kept = known.filter(({ id }) => given.some(([it]) => it === id));
  const isAsItWas = given.every(([, point], at) => point === (kept[at] ?? null));
  const last = Math.max(-1, ...known.map(({ position }) => position));
  if (isAsItWas) {
    return new Map(
      given.map(([id, point], at) => [id, point?.position ?? last + 1 + at - kept.length]),
    );
  }
  const taken = new Set(known.filter(({ isSeen }) => !isSeen).map(({ position }) => position));
  const positions = new Map<string, number>();
  let next = 0;
  for (const [id] of given) {
    while (taken.has(next)) next += 1;
    positions.set(id, next);
    next += 1;
  }
  return positions;
}
