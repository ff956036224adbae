import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { LinkSecrets } from '#server/access/link/linkSecrets.ts';

/** Brev på papir. What one letter says, and to whom. */
export interface PaperLetter extends LinkSecrets {
  readonly language: LinkLanguage;
  /** Of the organisation. */
  readonly name: string;
  /** Its postal address, on lines; empty where it is not known. */
  readonly address: string;
  /** Where it has its seat; empty where that is not known. */
  readonly place: string;
  readonly signedBy: string;
  /** What whoever leads the round adds, in the language. */
  readonly text: string;
  readonly textInNorwegian: string;
  readonly dueOn: string;
  readonly expiresOn: string;
}
