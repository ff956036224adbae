import type { IntlShape } from 'react-intl';

import type { MessageId } from '#client/language/languages.ts';
import type { ContactChannel } from '#client/organisation/contactOrder.ts';
import { contactText } from '#client/organisation/contactText.ts';
import type { Side } from './Side.ts';

interface Mark {
  /** What is said of the one that has none. */
  readonly without: MessageId;
  readonly of: (side: Side) => readonly string[];
}

/** The surest first. */
const marks: readonly Mark[] = [
  { without: 'merge.without.number', of: ({ fields }) => known(fields.NUMBER) },
  { without: 'merge.without.seat', of: ({ fields }) => known(fields.SEAT) },
  {
    without: 'merge.without.affiliation',
    of: ({ lists }) => lists.find(([label]) => label === 'person.affiliations')?.[1] ?? [],
  },
  {
    without: 'merge.without.contact',
    of: ({ contacts }) =>
      contacts.map(({ channel, value }) => contactText(channel as ContactChannel, value)),
  },
];

const known = (value: string | undefined) => (value === undefined ? [] : [value]);

/**
 * Skilt fra hverandre. Two of the same name, each called by what only it has; where nothing tells them apart, by how they stand on the page.
 * Two of different names are called what they are.
 */
export function toldApart(
  one: Side,
  other: Side,
  formatMessage: IntlShape['formatMessage'],
): [Side, Side] {
  if (one.name.toLowerCase() !== other.name.toLowerCase()) return [one, other];
  const called = (side: Side, mark: string): Side => ({
    ...side,
    name: formatMessage({ id: 'merge.toldApart' }, { name: side.name, mark }),
  });
  for (const { without, of } of marks) {
    const [ofOne, ofOther] = [of(one), of(other)];
    const none = ofOne.length && ofOther.length ? undefined : formatMessage({ id: without });
    const own = ofOne.find((it) => !ofOther.includes(it)) ?? none;
    const others = ofOther.find((it) => !ofOne.includes(it)) ?? none;
    if (own && others && own !== others) return [called(one, own), called(other, others)];
  }
  return [
    called(one, formatMessage({ id: 'merge.theFirst' })),
    called(other, formatMessage({ id: 'merge.theSecond' })),
  ];
}
