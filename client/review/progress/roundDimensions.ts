/** Det tallene fordeles på, and what the address calls each: of the table, and of the list behind a figure. */
export const roundDimensions = {
  TRUST: 'foretak',
  MUNICIPALITY: 'kommune',
  KIND: 'type',
  LANGUAGE: 'sprak',
} as const;

export type RoundDimension = keyof typeof roundDimensions;

export const allDimensions = Object.keys(roundDimensions) as RoundDimension[];

/** In the address, those of whom it is not known. */
export const unknownKey = 'ukjent';
