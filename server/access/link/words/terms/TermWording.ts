/** Begreper. What the terms of the register are called in a language that the register itself does not speak, by their codes. */
export interface TermWording {
  /** Of organisations, as the API names them. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, string>>;
  /** Those that belong to no people of speakers, so that they have no name of their own. */
  readonly languages: Readonly<Record<string, string>>;
}
