import type { VerificationMethod } from '#schema/common/VerificationMethod.ts';
import type { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import type { Willingness } from '#schema/person/Willingness.ts';

/** How well somebody speaks, understands and writes a language. */
export interface Mastery {
  readonly speaks: LanguageLevel | null;
  readonly understands: LanguageLevel | null;
  readonly writes: LanguageLevel | null;
}

/** How it goes when one tries to reach somebody. */
export type Reach = 'works' | 'untried' | 'bounced' | 'partly' | 'unreachable';

/** What an invented person is to be, in codes, before there is a person. */
export interface Profile {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly languages: ReadonlyMap<string, Mastery>;
  readonly areas: readonly string[];
  readonly topics: readonly string[];
  readonly willingness: readonly Willingness[];
  readonly verifiedOn: string | null;
  readonly verifiedBy: VerificationMethod | null;
  readonly reach: Reach;
  /** The keys of the invented organisations that they belong to; where it is not said, chance decides. */
  readonly belongsTo?: readonly string[];
}
