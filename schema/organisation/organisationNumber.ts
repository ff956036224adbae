const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Organisasjonsnummer. Whether the text is nine digits of which the last is the right check digit (modulus 11).
 *
 * Source: Brønnøysundregistrene. A number that passes may still be nobody's.
 */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(text[8]);
}
