/**
 * The issuer of the invented users that the demo signs in. A name rather than an address: it is the same on every port, and no
 * real issuer can claim it, so a demo user who is left in a real register gets in nowhere.
 */
export const demoIssuer = 'urn:samband:demo';
