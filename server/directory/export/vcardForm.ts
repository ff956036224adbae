import ICAL from 'ical.js';

import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { plainText } from '#server/common/plainText.ts';
import { belongings, type Exported, type ExportedPoint } from './Exported.ts';
import type { ExportForm } from './ExportForm.ts';
import { type Made, madeInWords } from './Made.ts';
import { nameOfEnum } from './nameOfEnum.ts';
import { pointsToTry } from './pointsToTry.ts';
import type { Telling } from './Telling.ts';

// Of each line but the first, the blank that it begins with is a byte as well.
ICAL.foldLength = 74;

type Parameters = Readonly<Record<string, string | string[]>>;

/** A line of a card: its name, what is said about it, how its value is written, and the value. */
export type CardLine = readonly [
  name: string,
  parameters: Parameters,
  type: string,
  value: string | readonly string[],
];

const points =
  'contactPoints { channel value isMasked position label hours lastWorkedOn bouncedOn }';
const { PHONE, SMS, WHATSAPP, VIBER, SIGNAL, TELEGRAM, EMAIL, POST, WEBSITE, FACEBOOK } =
  ContactChannel;

/**
 * Kontaktkort. One vCard 4 (RFC 6350) for each record, with what the viewer may see: what is masked for them is not in it, for nobody rings
 * a masked number.
 *
 * Who made it, when and for what stands in the note of each card, for cards part ways.
 */
export const vcardForm: ExportForm<readonly CardLine[]> = {
  mediaType: 'text/vcard; charset=utf-8',
  extension: 'vcf',
  needs: {
    organisation: `id name kind number languages { code name } seat { name } ${points}`,
    person: `id name givenName familyName languages { speaks language { code name } } ${points}
      affiliations(current: true, first: 20) { nodes { role title organisation { name } } }`,
  },
  tell: (exported, telling) => cardOf(exported, telling),
  async *write(pieces, made) {
    const note: CardLine = ['note', {}, 'text', plainText(`${madeInWords(made)} ${careOf(made)}`)];
    for await (const cards of pieces) {
      if (cards.length)
        yield Buffer.from(cards.map((lines) => cardText([...lines, note])).join(''));
    }
  },
};

const careOf = ({ words }: Made): string => words.formatMessage({ id: 'export.care' });

/** A card as it is written: CRLF, at most 75 bytes a line, and nothing in a value ends it. */
export const cardText = (lines: readonly CardLine[]): string =>
  ICAL.stringify(['vcard', [['version', {}, 'text', '4.0'], ...lines.map(withoutControls)]]);

/** A value on one line, in which even a careless reader finds no card that begins or ends. */
export const cardValue = (text: string): string =>
  plainText(text).replaceAll(/(BEGIN|END|VERSION):(?! )/gi, '$1: ');

function withoutControls([name, parameters, type, value]: CardLine): CardLine {
  // In an address of the web a comma is a sign like others; written by its number, nobody takes it for a list.
  const clean = (text: string) =>
    type === 'uri'
      ? plainText(text).replaceAll(',', '%2C').replaceAll(' ', '%20')
      : cardValue(text);
  const said = Object.fromEntries(
    Object.entries(parameters).map(([key, it]) => [
      key,
      typeof it === 'string' ? cardValue(it) : it.map(cardValue),
    ]),
  );
  return [name, said, type, typeof value === 'string' ? clean(value) : value.map(clean)];
}

function cardOf(exported: Exported, { words, shows }: Telling): CardLine[] {
  const { row } = exported;
  const open = row.contactPoints.filter(({ isMasked }) => !isMasked);
  const reached = pointsToTry(open, Object.values(ContactChannel)).flatMap(pointLine);
  if (exported.record === 'person' && reached.length) shows(row.id);
  return [
    ['uid', {}, 'uri', `urn:uuid:${row.id}`],
    ['kind', {}, 'text', exported.record === 'person' ? 'individual' : 'org'],
    ['fn', {}, 'text', row.name],
    ...(exported.record === 'person'
      ? aboutPerson(exported.row, words)
      : aboutOrganisation(exported.row, words)),
    ...reached,
  ];
}

type Of<Record extends Exported['record']> = Extract<Exported, { record: Record }>['row'];

function aboutPerson(row: Of<'person'>, words: Telling['words']): CardLine[] {
  const [first] = row[belongings].nodes;
  return [
    ['n', {}, 'text', [row.familyName, row.givenName, '', '', '']],
    ...(first
      ? ([
          ['org', {}, 'text', [first.organisation.name]],
          [
            'title',
            {},
            'text',
            first.title ??
              words.formatMessage({
                id: `affiliationRole.${nameOfEnum(AffiliationRole, first.role)}`,
              }),
          ],
        ] as const)
      : []),
    ...row.languages.flatMap(({ language, speaks }) =>
      speaks ? [languageLine(language.code)] : [],
    ),
  ];
}

const aboutOrganisation = (row: Of<'organisation'>, words: Telling['words']): CardLine[] => [
  ['org', {}, 'text', [row.name]],
  [
    'categories',
    {},
    'text',
    words.formatMessage({ id: `organisationKind.${nameOfEnum(OrganisationKind, row.kind)}` }),
  ],
  ...row.languages.map(({ code }) => languageLine(code)),
];

const languageLine = (code: string): CardLine => ['lang', {}, 'language-tag', code];

function pointLine({ channel, value, label }: ExportedPoint, at: number): CardLine[] {
  const about: Parameters = { pref: String(Math.min(at + 1, 100)) };
  const isNumber = /^\+\d{5,15}$/.test(value);
  switch (channel) {
    case PHONE:
      return isNumber ? [['tel', { ...about, type: 'voice' }, 'uri', `tel:${value}`]] : [];
    case SMS:
      return isNumber ? [['tel', { ...about, type: 'text' }, 'uri', `tel:${value}`]] : [];
    case EMAIL:
      return [['email', about, 'text', value]];
    case POST:
      return [
        ['adr', label ? { ...about, label } : about, 'text', ['', '', value, '', '', '', '']],
      ];
    case WEBSITE:
    case FACEBOOK:
      return URL.canParse(value) ? [['url', about, 'uri', value]] : [];
    case WHATSAPP:
    case VIBER:
    case SIGNAL:
    case TELEGRAM:
      return isNumber ? [['impp', about, 'uri', `${channel}:${value}`]] : [];
    default:
      return [];
  }
}
