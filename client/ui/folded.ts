/** Foldet. Small letters without marks, so that «ostfold» finds Østfold and «bodo» Bodø. */
export const folded = (text: string): string =>
  text
    .toLocaleLowerCase('nb')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '');
