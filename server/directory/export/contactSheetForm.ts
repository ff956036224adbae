import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { groupedNumber } from '#schema/language/groupedNumber.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { MaskReason } from '#schema/person/MaskReason.ts';
import { plainText } from '#server/common/plainText.ts';
import { askedFirst, belongings, type Exported, type ExportedPoint } from './Exported.ts';
import type { ExportForm } from './ExportForm.ts';
import { type Made, madeInWords } from './Made.ts';
import { nameOfEnum } from './nameOfEnum.ts';
import { type Paragraph, SheetPaper } from './pdf/SheetPaper.ts';
import { pointsToTry } from './pointsToTry.ts';
import type { Telling } from './Telling.ts';

/** A row of the sheet: who, where, how to reach them. */
type SheetRow = readonly (readonly Paragraph[])[];

const points =
  'contactPoints { channel value isMasked position label hours lastWorkedOn bouncedOn }';
const pointsOfPerson = points.replace(' }', ' whyMasked }');
const freshness = 'freshness { state verifiedOn }';

/** How many ways to reach somebody there is room for on paper. */
const most = 3;

/**
 * Kontaktark. What the screen of the same name prints, as a tagged PDF: who to ring, and room to note that they were reached.
 *
 * `contactPeople`: whether each organisation comes with whom to ask first.
 */
export const contactSheetForm = (contactPeople: boolean): ExportForm<SheetRow> => ({
  mediaType: 'application/pdf',
  extension: 'pdf',
  needs: {
    organisation: `id name kind ${freshness} languages { code name } servedAreas { code name } ${points} ${
      contactPeople
        ? `affiliations(current: true, first: 1) { nodes { role title person { id name ${pointsOfPerson} } } }`
        : ''
    }`,
    person: `id name ${freshness} languages { speaks language { code name } } areas { code name } ${pointsOfPerson}
      affiliations(current: true, first: 20) { nodes { role title organisation { name } } }`,
  },
  tell: (exported, telling) =>
    rowOf(exported, telling, contactPeople).map((paragraphs) =>
      paragraphs.map((paragraph) => ({ ...paragraph, text: plainText(paragraph.text) })),
    ),
  async *write(pieces, made) {
    const paper = paperFor(made);
    for await (const rows of pieces) for (const row of rows) paper.row(row);
    paper.end();
    // Declared as the oldest kind of stream, and made as one that is read in pieces.
    yield* paper.document as unknown as AsyncIterable<Uint8Array>;
  },
});

function paperFor(made: Made): SheetPaper {
  const { words, at, search, organisations, people } = made;
  const said = madeInWords(made);
  const title = words.formatMessage({ id: 'contactSheet.title' });
  const paper = new SheetPaper(
    [
      { heading: words.formatMessage({ id: 'contactSheet.who' }), share: 0.26 },
      { heading: words.formatMessage({ id: 'contactSheet.where' }), share: 0.24 },
      { heading: words.formatMessage({ id: 'contactSheet.contact' }), share: 0.32 },
      { heading: words.formatMessage({ id: 'contactSheet.notes' }), share: 0.18 },
    ],
    (page) => `${plainText(said)} ${words.formatMessage({ id: 'export.page' }, { page })}`,
    { title, language: words.formatMessage({ id: 'export.language' }), at },
  );
  paper.heading(title);
  paper.paragraph(plainText(search.join('; ')));
  paper.paragraph(words.formatMessage({ id: 'export.count' }, { organisations, people }));
  paper.paragraph(plainText(said));
  paper.paragraph(words.formatMessage({ id: 'contactSheet.care' }));
  return paper;
}

function rowOf(exported: Exported, telling: Telling, contactPeople: boolean): SheetRow {
  const { words } = telling;
  const { row } = exported;
  const state = words.formatMessage({
    id: `freshness.${nameOfEnum(FreshnessState, row.freshness.state)}`,
  });
  const reached: Paragraph[] = [
    { text: words.formatMessage({ id: 'export.reached' }), isQuiet: true },
  ];
  const who = (about: string): Paragraph[] => [
    { text: row.name, isBold: true },
    { text: about },
    { text: state, isQuiet: true },
  ];
  const listed = (terms: readonly { readonly name: string }[]) =>
    terms.map(({ name }) => name).join(', ');

  if (exported.record === 'organisation') {
    const { kind, languages, servedAreas, contactPoints } = exported.row;
    const first = contactPeople ? exported.row[askedFirst].nodes[0] : undefined;
    return [
      who(words.formatMessage({ id: `organisationKind.${nameOfEnum(OrganisationKind, kind)}` })),
      [{ text: listed(languages) }, { text: listed(servedAreas), isQuiet: true }],
      [
        ...contacts(contactPoints, first ? most - 1 : most, null, telling),
        ...(first
          ? [
              { text: `${first.person.name}, ${roleOf(first, words)}` },
              ...contacts(first.person.contactPoints, 1, first.person.id, telling),
            ]
          : []),
      ],
      reached,
    ];
  }
  const { id, languages, areas, contactPoints } = exported.row;
  const [belongs] = exported.row[belongings].nodes;
  return [
    who(
      belongs
        ? `${roleOf(belongs, words)}, ${belongs.organisation.name}`
        : words.formatMessage({ id: 'directory.resourcePerson' }),
    ),
    [
      {
        text: languages
          .flatMap(({ language, speaks }) => {
            if (!speaks) return [];
            const level = words.formatMessage({
              id: `languageLevel.${nameOfEnum(LanguageLevel, speaks)}`,
            });
            return `${language.name} (${level.toLowerCase()})`;
          })
          .join(', '),
      },
      { text: listed(areas), isQuiet: true },
    ],
    contacts(contactPoints, most, id, telling),
    reached,
  ];
}

const roleOf = (
  { title, role }: { readonly title: string | null; readonly role: AffiliationRole },
  words: Telling['words'],
): string =>
  title ?? words.formatMessage({ id: `affiliationRole.${nameOfEnum(AffiliationRole, role)}` });

/** Paper cannot be pressed: what answers goes before pages. */
const pages: ReadonlySet<ContactChannel> = new Set([
  ContactChannel.FACEBOOK,
  ContactChannel.SPOND,
  ContactChannel.WEBSITE,
]);

type MaskedPoint = ExportedPoint & { readonly whyMasked?: MaskReason | null };

/** `of`: the person whose they are; null where they are an organisation's. */
function contacts(
  all: readonly MaskedPoint[],
  room: number,
  of: string | null,
  { words, shows }: Telling,
): Paragraph[] {
  const channels = Object.values(ContactChannel);
  const answers = pointsToTry(
    all,
    channels.filter((channel) => !pages.has(channel)),
  ) as MaskedPoint[];
  const chosen = (answers.length ? answers : (pointsToTry(all, channels) as MaskedPoint[])).slice(
    0,
    room,
  );
  if (!chosen.length)
    return [{ text: words.formatMessage({ id: 'contactSheet.noContact' }), isQuiet: true }];
  if (of !== null && chosen.some(({ isMasked }) => !isMasked)) shows(of);
  return chosen.map(({ channel, value, label, hours, whyMasked }) => {
    const about = [
      label,
      hours,
      whyMasked &&
        words.formatMessage({ id: `contactSheet.why.${nameOfEnum(MaskReason, whyMasked)}` }),
    ].filter(Boolean);
    const name = words.formatMessage({
      id: `contactChannel.${nameOfEnum(ContactChannel, channel)}`,
    });
    return {
      text: `${name}: ${groupedNumber(value)}${about.length ? ` (${about.join(', ')})` : ''}`,
    };
  });
}
