import { buffer } from 'node:stream/consumers';

import { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { AnnexGap, type AnnexRow, type RoundAnnex } from '#schema/review/progress/RoundAnnex.ts';
import type { TrustStanding } from '#schema/review/progress/TrustStanding.ts';
import { plainText } from '#server/common/plainText.ts';
import { type Made, madeInWords } from '#server/directory/export/Made.ts';
import { nameOfEnum } from '#server/directory/export/nameOfEnum.ts';
import { type Paragraph, SheetPaper } from '#server/directory/export/pdf/SheetPaper.ts';
import type { KnownRound } from './ensureRound.ts';

/** What there is to print. */
export interface AnnexToPrint {
  readonly round: KnownRound;
  readonly annex: RoundAnnex;
  /** Null for those that no trust answers for. */
  readonly standing: TrustStanding | null;
}

const shares = { name: 0.26, kind: 0.15, place: 0.13, languages: 0.18, verified: 0.14, gaps: 0.14 };

/** Vedlegget på papir. What the screen of the same name shows, as a tagged PDF: whose it is, what it is of, who has signed, and each organisation. */
export async function annexPaper(
  { round, annex, standing }: AnnexToPrint,
  made: Made,
): Promise<Buffer> {
  const { words, at } = made;
  const { formatMessage } = words;
  const said = plainText(madeInWords(made));
  const whose = standing?.trustName ?? formatMessage({ id: 'round.unknown.TRUST' });
  const title = plainText(`${formatMessage({ id: 'annex.title' })}: ${whose}`);
  const day = (moment: Date | string) => words.formatDate(moment, { dateStyle: 'long' });
  const paper = new SheetPaper(
    (Object.keys(shares) as (keyof typeof shares)[]).map((column) => ({
      heading: formatMessage({ id: `annex.${column}` }),
      share: shares[column],
    })),
    (page) => `${said} ${formatMessage({ id: 'export.page' }, { page })}`,
    { title, language: formatMessage({ id: 'export.language' }), at },
  );
  const asOf = round.closedAt
    ? formatMessage({ id: 'annex.asOf' }, { day: day(round.closedAt) })
    : formatMessage({ id: 'annex.today' }, { day: day(at) });
  paper.heading(title);
  paper.paragraph(plainText(`${round.name}. ${asOf}`));
  if (standing) paper.paragraph(plainText(signature(standing, made, day)));
  const { rows, totalCount } = annex;
  const whole = rows.filter(({ gaps }) => !gaps.length).length;
  paper.paragraph(
    rows.length
      ? formatMessage({ id: 'annex.count' }, { count: totalCount, whole })
      : formatMessage({ id: 'annex.nobody' }),
  );
  if (totalCount > rows.length) {
    paper.paragraph(formatMessage({ id: 'annex.tooMany' }, { count: rows.length }));
  }
  for (const row of rows) paper.row(cellsOf(row, made));
  paper.end();
  // Declared as the oldest kind of stream, and made as one that is read in pieces.
  return buffer(paper.document as unknown as AsyncIterable<Uint8Array>);
}

function signature(
  { signOff }: TrustStanding,
  { words }: Made,
  day: (moment: string) => string,
): string {
  if (!signOff) return words.formatMessage({ id: 'annex.unsigned' });
  const { by, at, note, answered, total } = signOff;
  const signed = words.formatMessage(
    { id: 'signOff.signed' },
    { by, day: day(at), answered: answered ?? 0, total: total ?? 0 },
  );
  return [signed, note].filter(Boolean).join(' ');
}

function cellsOf(row: AnnexRow, { words }: Made): Paragraph[][] {
  const { formatMessage, formatDate, formatList } = words;
  const { name, number, kind, place, languages, verifiedOn, verifiedBy, gaps } = row;
  const verified =
    verifiedOn && verifiedBy
      ? `${formatDate(verifiedOn, { dateStyle: 'medium', timeZone: 'UTC' })}, ${formatMessage({
          id: `annex.by.${nameOfEnum(VerificationMethod, verifiedBy)}`,
        })}`
      : formatMessage({ id: 'annex.never' });
  const missing = gaps.map((gap) =>
    formatMessage({ id: `annex.gap.${nameOfEnum(AnnexGap, gap)}` }),
  );
  const told = [
    formatMessage({ id: `organisationKind.${nameOfEnum(OrganisationKind, kind)}` }),
    place ?? '–',
    languages.join(', ') || '–',
    verified,
    missing.length ? formatList(missing) : formatMessage({ id: 'annex.whole' }),
  ];
  return [
    [{ text: plainText(name), isBold: true }, ...(number ? [{ text: number, isQuiet: true }] : [])],
    ...told.map((text) => [{ text: plainText(text) }]),
  ];
}
