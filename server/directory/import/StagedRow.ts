import type { PersonalKey } from '#schema/common/PersonalKey.ts';

/** Where a row of a file stands. */
interface Place {
  readonly importId: string;
  readonly place: number;
}

/** Sealed for its place: the cells of a file may name people, whatever the file is about. */
export const sealCells = (
  key: PersonalKey,
  { importId, place }: Place,
  cells: readonly string[],
): Buffer => key.seal(JSON.stringify(cells), `${importId} ${place}`);

export const openCells = (
  key: PersonalKey,
  { importId, place }: Place,
  sealed: Buffer | null,
): string[] => (sealed ? (JSON.parse(key.open(sealed, `${importId} ${place}`)) as string[]) : []);
