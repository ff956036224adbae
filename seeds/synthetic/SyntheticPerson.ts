import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { AffiliationRole } from '#schema/person/AffiliationRole.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import { inventedSource } from '#seeds/common/invented.ts';
import { drawHours, drawTrial, type Outcome, phoneOf, slugOf } from './contactDraws.ts';
import type { Dice } from './Dice.ts';
import type { Place, SpokenLanguage, SyntheticFacts } from './SyntheticFacts.ts';
import type { SyntheticOrganisation } from './SyntheticOrganisation.ts';
import type { SyntheticRecord, SyntheticSink } from './SyntheticSink.ts';
import type { SyntheticSource } from './SyntheticSource.ts';
import { Weights } from './Weights.ts';

const { BASIC, GOOD, FLUENT } = LanguageLevel;
const { LEADER, DEPUTY_LEADER, SECRETARY, BOARD_MEMBER } = AffiliationRole;
const { CONTACT, VOLUNTEER, COORDINATOR, EMPLOYEE } = AffiliationRole;

const offices = [LEADER, DEPUTY_LEADER, SECRETARY];
const informalOffices = [CONTACT, COORDINATOR, VOLUNTEER];
const furtherRoles = [VOLUNTEER, BOARD_MEMBER, CONTACT, COORDINATOR, EMPLOYEE, VOLUNTEER];
const titles = ['Helsekontakt', 'Ungdomsansvarlig', 'Kursleder', 'Kasserer', 'Tolkekontakt'];

const willing: readonly (readonly [Willingness, number])[] = [
  [Willingness.CRISIS_MESSENGER, 45],
  [Willingness.COUNCIL_MEMBER, 30],
  [Willingness.DIALOGUE_MEETING, 55],
  [Willingness.OUTREACH, 35],
];

type Reach = 'works' | 'untried' | 'partly' | 'bounced' | 'unreachable';

const reaches = new Weights<Reach>([
  ['works', 52],
  ['untried', 18],
  ['partly', 10],
  ['bounced', 11],
  ['unreachable', 9],
]);

/** What comes of trying to reach somebody: by the phone and what goes to it, and by e-mail. */
const outcomes: Readonly<Record<Reach, readonly [Outcome, Outcome]>> = {
  works: ['works', 'untried'],
  untried: ['untried', 'untried'],
  partly: ['bounced', 'works'],
  bounced: ['bounced', 'bounced'],
  unreachable: ['untried', 'untried'],
};

const topicCounts = new Weights([
  [0, 12],
  [1, 28],
  [2, 34],
  [3, 18],
  [4, 8],
]);

const levels = {
  first: new Weights<LanguageLevel | null>([
    [FLUENT, 74],
    [GOOD, 20],
    [BASIC, 6],
  ]),
  related: new Weights<LanguageLevel | null>([
    [FLUENT, 25],
    [GOOD, 45],
    [BASIC, 22],
    [null, 8],
  ]),
  norwegian: new Weights<LanguageLevel | null>([
    [FLUENT, 44],
    [GOOD, 34],
    [BASIC, 18],
    [null, 4],
  ]),
  other: new Weights<LanguageLevel | null>([
    [FLUENT, 30],
    [GOOD, 44],
    [BASIC, 26],
  ]),
};

const audiences = new Weights([
  [ContactAudience.ALL_STAFF, 84],
  [ContactAudience.COORDINATORS, 10],
  [ContactAudience.CRISIS_ONLY, 6],
]);

const messengers = [
  ContactChannel.WHATSAPP,
  ContactChannel.VIBER,
  ContactChannel.TELEGRAM,
  ContactChannel.SIGNAL,
];

/** Addresses that by the rules of the Internet are nobody's. */
const mailHosts = ['example.org', 'example.com', 'post.example', 'e-post.example'];

/** What the things of a person are numbered from, beside the person. */
const part = { language: 0x100, contact: 0x200, affiliation: 0x300, source: 0x400 } as const;

/** Of how many words the other names are drawn, and of a hundred names how many stand on the list of names. */
const givenNames = { words: 400, listed: 50 };
const familyNames = { words: 2_000, listed: 15 };

/** An organisation to which somebody belongs, and as what. */
export interface Tie {
  readonly organisation: SyntheticOrganisation;
  /** The one that they were counted among, as the first, second or third of its people. */
  readonly isHome: boolean;
  /** Whether it holds today. */
  readonly isCurrent: boolean;
}

/** A person of a synthesised register. */
export class SyntheticPerson {
  readonly #dice: Dice;
  readonly #base: number;
  readonly #id: string;

  /** `number`: the first, second or third of those counted with an organisation, from 0. */
  constructor(
    private readonly source: SyntheticSource,
    private readonly index: number,
    private readonly number: number,
  ) {
    this.#base = 0x1000 * (number + 1);
    this.#dice = source.dice.for(index, number + 1);
    this.#id = source.ids.of(index, this.#base);
  }

  /** `near`: the place and the language that they share with others there, as a rule. To be called once. */
  addTo(
    sink: SyntheticSink,
    near: { readonly place: Place; readonly language: SpokenLanguage },
    ties: readonly Tie[],
  ): void {
    const { source } = this;
    const { facts, days } = source;
    const dice = this.#dice;
    const id = this.#id;
    const place = dice.happens(75) ? near.place : facts.places.draw(dice);
    const language = dice.happens(72) ? near.language : facts.languageIn(place, dice);
    const [givenName, familyName] = drawName(facts, language, dice);
    const areas = drawAreas(facts, place, dice);
    const topics = facts.topicsOf(topicCounts.draw(dice), dice);
    const willingness = willing.filter(([, often]) => dice.happens(often)).map(([what]) => what);
    const [verifiedOn, verifiedBy] = days.verification(dice);
    sink.row('person', [
      id,
      givenName,
      familyName,
      areas,
      topics,
      willingness,
      verifiedOn,
      verifiedBy,
    ]);
    sink.row('person_source', [this.#part(part.source), id, inventedSource, null, null]);
    const affiliations = ties.filter(({ isCurrent }) => isCurrent);
    sink.record({
      id,
      name: `${givenName} ${familyName}`,
      aliases: [],
      affiliations: [...new Set(affiliations.map(({ organisation }) => organisation.name))].sort(),
      kind: null,
      number: null,
      languages: this.#addLanguages(sink, language),
      areas,
      topics,
      communities: [],
      willingness,
      contacts: this.#addContactPoints(sink, `${slugOf(givenName)}.${slugOf(familyName)}`, {
        place,
        language,
      }),
      verifiedOn,
      verifiedBy,
      closedOn: null,
    });
    this.#addAffiliations(sink, ties);
  }

  #part(number: number): string {
    return this.source.ids.of(this.index, this.#base + number);
  }

  #addLanguages(sink: SyntheticSink, first: SpokenLanguage): SyntheticRecord['languages'] {
    const { facts } = this.source;
    const dice = this.#dice;
    const known: { number: number; speaks: LanguageLevel | null }[] = [];
    const learn = ({ number }: SpokenLanguage, often: Weights<LanguageLevel | null>) => {
      if (known.some((language) => language.number === number)) return;
      const speaks = often.draw(dice);
      sink.row('person_language', [
        this.#part(part.language + known.length),
        this.#id,
        number,
        speaks,
        ...furtherMastery(speaks, dice),
      ]);
      known.push({ number, speaks });
    };
    learn(first, levels.first);
    for (const related of first.related) if (dice.happens(34)) learn(related, levels.related);
    if (dice.happens(92)) learn(facts.norwegian, levels.norwegian);
    if (dice.happens(5)) learn(facts.nynorsk, levels.other);
    if (dice.happens(52)) learn(facts.english, levels.other);
    return known;
  }

  #addContactPoints(
    sink: SyntheticSink,
    address: string,
    { place, language }: { readonly place: Place; readonly language: SpokenLanguage },
  ): SyntheticRecord['contacts'] {
    const { days, key } = this.source;
    const dice = this.#dice;
    const reach = reaches.draw(dice);
    const phone = phoneOf(dice);
    const mail = `${address}@${dice.pick(mailHosts)}`;
    const offers =
      reach === 'unreachable'
        ? ([[60, ContactChannel.MEETING_PLACE, `Eksempelhuset, ${place.name}`]] as const)
        : ([
            [100, ContactChannel.PHONE, phone],
            [reach === 'partly' ? 100 : 55, ContactChannel.EMAIL, mail],
            [22, ContactChannel.SMS, phone],
            [18, dice.pick(messengers), phone],
          ] as const);
    const contacts: {
      channel: ContactChannel;
      audience: ContactAudience;
      hasFailed: boolean;
      value: null;
    }[] = [];
    for (const [often, channel, value] of offers) {
      if (!dice.happens(often)) continue;
      const position = contacts.length;
      const isPhone = channel === ContactChannel.PHONE;
      const outcome = outcomes[reach][value === mail ? 1 : 0];
      const [lastWorkedOn, bouncedOn] = drawTrial(days, outcome, dice);
      const audience = position === 0 ? ContactAudience.ALL_STAFF : audiences.draw(dice);
      const id = this.#part(part.contact + position);
      sink.row('person_contact_point', [
        id,
        this.#id,
        channel,
        isPhone ? (dice.happens(70) ? 'Mobil' : 'Jobb') : null,
        isPhone && dice.happens(25) ? language.number : null,
        isPhone ? drawHours(dice) : null,
        position,
        audience,
        lastWorkedOn,
        bouncedOn,
        key.seal(value, id),
        key.blindIndex(value),
      ]);
      contacts.push({ channel, audience, hasFailed: bouncedOn !== null, value: null });
    }
    return contacts;
  }

  #addAffiliations(sink: SyntheticSink, ties: readonly Tie[]): void {
    const { days } = this.source;
    const dice = this.#dice;
    for (const [place, { organisation, isHome, isCurrent }] of ties.entries()) {
      const since = isCurrent ? dice.between(40, 4_200) : dice.between(800, 4_200);
      const isInformal = organisation.kind === OrganisationKind.INFORMAL_GROUP;
      const office = (isInformal ? informalOffices : offices)[this.number]!;
      sink.row('affiliation', [
        this.#part(part.affiliation + place),
        this.#id,
        organisation.id,
        isHome ? office : dice.pick(furtherRoles),
        dice.happens(7) ? dice.pick(titles) : null,
        days.ago(since),
        isCurrent ? null : days.between(20, since - 30, dice),
        isHome && this.number === 0 && isCurrent,
      ]);
    }
  }
}

/** Understanding is at least as good as speaking; writing seldom better. */
function furtherMastery(
  speaks: LanguageLevel | null,
  dice: Dice,
): readonly [understands: LanguageLevel, writes: LanguageLevel | null] {
  if (speaks === null) return [dice.happens(50) ? BASIC : GOOD, null];
  const understands = speaks === BASIC && dice.happens(50) ? GOOD : speaks;
  const writes = dice.below(100);
  return [understands, writes < 50 ? speaks : writes < 75 ? BASIC : null];
}

/** Names and languages are drawn on their own, and meet often but far from always: nobody's languages can be read from a name. */
function drawName(
  facts: SyntheticFacts,
  language: SpokenLanguage,
  dice: Dice,
): [givenName: string, familyName: string] {
  const origin = dice.below(100);
  const any = dice.pick(facts.groups);
  const { names, stock } = origin < 62 ? language : origin < 84 ? facts.norwegian : any;
  const family = dice.happens(12) ? any : { names, stock };
  return [
    dice.happens(givenNames.listed)
      ? dice.pick(names.givenNames)
      : stock.draw(dice, givenNames.words).latin,
    dice.happens(familyNames.listed)
      ? dice.pick(family.names.familyNames)
      : family.stock.draw(dice, familyNames.words).latin,
  ];
}

/** Where they live, as a rule; some serve what lies around it, some another place, a few the country. */
function drawAreas(facts: SyntheticFacts, place: Place, dice: Dice): number[] {
  const wider = dice.below(100);
  if (wider < 70) return [place.number];
  const other =
    wider < 84 ? place.around : wider < 98 ? facts.places.draw(dice).number : facts.country;
  return other === place.number ? [other] : [place.number, other];
}
