const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Eleven digits in a row, as people write them: together, or parted once after the day of birth. */
const candidates = /(?<![\d+])\d{6}[\s.-]?\d{5}(?!\d)/g;

/**
 * Fødselsnummer. Whether a text holds a national identity number, or one that only looks like it: eleven digits whose two check digits
 * are right, whatever day they speak of. D-numbers and those of invented people have the same check digits.
 *
 * The register never keeps one. A number in full with its country code, +46…, is a telephone.
 */
export const holdsNationalId = (text: string): boolean =>
  [...text.matchAll(candidates)].some(([found]) => {
    const digits = [...found.replaceAll(/\D/g, '')].map(Number);
    return isChecked(digits, firstWeights) && isChecked(digits, secondWeights);
  });

const isChecked = (digits: readonly number[], weights: readonly number[]): boolean =>
  weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11 === 0;
