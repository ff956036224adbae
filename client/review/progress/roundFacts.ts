import { type DirectoryFilter, isBlank } from '#client/directory/directoryQuery.ts';
import { graphql, type ResultOf, type VariablesOf } from '#client/graphql.ts';

/** What whoever makes a round decides. */
export const roundFacts_round = graphql(`
  fragment roundFacts_round on ReviewRound {
    id
    version
    name
    audienceId
    audienceName
    text
    sentence
    filter {
      kinds
      languages
      languageLevel
      areas
      trust
      topics
      communities
      willingness
      freshness
      verifiedSince
      hasPhone
      asText
    }
    asks
    opensOn
    dueOn
    reminderDays
    lastCallDays
    signedBy
    texts {
      language
      text
    }
  }
`);

export const CreateReviewRound = graphql(`
  mutation CreateReviewRound($input: CreateReviewRoundInput!) {
    createReviewRound(input: $input) {
      id
    }
  }
`);

export const EditReviewRound = graphql(`
  mutation EditReviewRound($input: EditReviewRoundInput!) {
    editReviewRound(input: $input) {
      id
      version
    }
  }
`);

export type Round = ResultOf<typeof roundFacts_round>;
type Input = VariablesOf<typeof CreateReviewRound>['input'];

/** A search of its own, that is neither everybody nor one trust. */
export interface OwnSearch {
  readonly text: string;
  readonly filter: DirectoryFilter;
}

/** As they stand in the form, each compared as it is. */
export interface RoundFacts {
  readonly name: string;
  /** `all`, `trust <id>`, `own`, or a saved search. */
  readonly whom: string;
  readonly asks: Round['asks'];
  readonly opensOn: string;
  readonly dueOn: string;
  readonly reminderDays: Round['reminderDays'];
  readonly lastCallDays: number;
  readonly signedBy: string;
  readonly texts: Round['texts'];
}

/** In the order of the form. */
export const roundFactNames = [
  'name',
  'whom',
  'asks',
  'opensOn',
  'dueOn',
  'reminderDays',
  'lastCallDays',
  'signedBy',
  'texts',
] as const satisfies readonly (keyof RoundFacts)[];

export type RoundFactName = (typeof roundFactNames)[number];

/** In which one may add words of one's own. */
export const textLanguages = ['NB', 'NN', 'EN', 'AR', 'PL', 'SO', 'TI', 'UK', 'UR', 'FA'] as const;

export function factsOf(round: Round): RoundFacts {
  const { name, asks, opensOn, dueOn, reminderDays, lastCallDays, signedBy, texts } = round;
  return {
    name,
    whom: whomOf(round),
    asks,
    opensOn,
    dueOn,
    reminderDays,
    lastCallDays: lastCallDays ?? 0,
    signedBy,
    texts: textLanguages.flatMap((code) => texts.filter(({ language }) => language === code)),
  };
}

function whomOf({ audienceId, text, filter }: Round): string {
  if (audienceId) return audienceId;
  const { __typename: _name, ...fields } = { __typename: '', ...filter };
  const narrowed = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  ) as DirectoryFilter;
  const { trust, ...others } = narrowed;
  if (!isBlank({ text: text ?? '', filter: others, view: 'list' })) return 'own';
  return trust ? `trust ${trust}` : 'all';
}

/** What stands in the form. */
export function typedFacts(values: FormData): RoundFacts {
  const text = (name: string) => String(values.get(name) ?? '').trim();
  return {
    name: text('name'),
    whom: text('whom'),
    asks: text('asks') === 'ALL' ? 'ALL' : 'UNCERTAIN',
    opensOn: text('opensOn'),
    dueOn: text('dueOn'),
    reminderDays: values.getAll('reminderDays').map(Number),
    lastCallDays: Number(text('lastCallDays')),
    signedBy: text('signedBy'),
    texts: textLanguages.flatMap((language) => {
      const words = text(`text.${language}`);
      return words ? [{ language, text: words }] : [];
    }),
  };
}

export const isSameFact = (name: RoundFactName, one: RoundFacts, other: RoundFacts): boolean =>
  JSON.stringify(one[name]) === JSON.stringify(other[name]);

/** Whom it asks, as the API takes it; nothing where a draft keeps the search that it has. */
export function scopeOf(whom: string, own?: OwnSearch): Pick<Input, 'audienceId' | 'search'> {
  const [kind, trust] = whom.split(' ');
  if (kind === 'own') {
    return own ? { search: { ...own, filter: { ...own.filter, only: 'ORGANISATION' } } } : {};
  }
  return kind === 'all' || kind === 'trust'
    ? { search: { text: '', filter: { only: 'ORGANISATION', ...(trust && { trust }) } } }
    : { audienceId: whom };
}
