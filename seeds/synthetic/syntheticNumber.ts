const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * An organisation number that is nobody's, with a right check digit where there is one, else null.
 *
 * It begins with 1. Enhetsregisteret gives numbers that begin with 8 or 9, and keeps 2 and 3 for test data that it gives out itself.
 */
export function syntheticNumber(index: number): string | null {
  const digits = `1${String(index).padStart(7, '0')}`;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${digits}${check}`;
}
