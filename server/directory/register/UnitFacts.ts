/**
 * Registeropplysninger. What we keep of what Enhetsregisteret says of a unit: facts about an organisation, never a way to reach a person.
 *
 * Telephone, e-mail, street address and bank account stay where they are, and roles are never asked for.
 */
export interface UnitFacts {
  readonly number: string;
  /** As it is registered, in capitals. */
  readonly name: string;
  readonly formerNames: readonly string[];
  /** The code of its form (organisasjonsform): FLI, STI … */
  readonly form: string;
  readonly formName: string;
  readonly industry: string | null;
  readonly industryName: string | null;
  readonly foundedOn: string | null;
  readonly registeredOn: string | null;
  /** The code of the municipality of its business address. */
  readonly municipality: string | null;
  readonly municipalityName: string | null;
  readonly postcode: string | null;
  readonly website: string | null;
  /** Vedtektsfestet formål, or else aktivitet: in its own words. */
  readonly purpose: string | null;
  readonly isBankrupt: boolean;
  /** Under avvikling, or under tvangsavvikling or tvangsoppløsning. */
  readonly isClosing: boolean;
  /** Whether it stands in Frivillighetsregisteret. */
  readonly isVoluntary: boolean;
  readonly deletedOn: string | null;
}

/** What there is to say of a number. */
export type UnitAnswer =
  | { readonly state: 'here' | 'deleted'; readonly facts: UnitFacts }
  /** Fjernet. Taken out for legal reasons: what we kept of it goes as well. */
  | { readonly state: 'removed' }
  | { readonly state: 'unknown' }
  /** A person's: thrown away unread. */
  | { readonly state: 'notForUs' };
