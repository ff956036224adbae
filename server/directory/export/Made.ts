import type { ExportWords } from './exportWords.ts';

/** Hvem, når og til hva. What a file says of itself. */
export interface Made {
  readonly words: ExportWords;
  readonly at: Date;
  /** Who made it, with what they are here to do. */
  readonly by: string;
  readonly purpose: string;
  readonly reason: string | null;
  /** Which records, line by line. */
  readonly search: readonly string[];
  readonly organisations: number;
  readonly people: number;
}

/** In one sentence. */
export const madeInWords = ({ words, at, by, purpose }: Made): string =>
  words.formatMessage(
    { id: 'export.made' },
    {
      date: words.formatDate(at, { dateStyle: 'long', timeStyle: 'short' }),
      by,
      purpose: purpose.charAt(0).toLowerCase() + purpose.slice(1),
    },
  );
