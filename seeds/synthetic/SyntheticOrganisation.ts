import { ContactAudience } from '#schema/organisation/ContactAudience.ts';
import { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { NameUse } from '#schema/organisation/NameUse.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { inventedSource } from '#seeds/common/invented.ts';
import { drawHours, drawTrial, phoneOf, slugOf } from './contactDraws.ts';
import type { Dice } from './Dice.ts';
import { organisationPatterns } from './organisationPatterns.ts';
import type { Place, SpokenLanguage } from './SyntheticFacts.ts';
import type { SyntheticRecord, SyntheticSink } from './SyntheticSink.ts';
import type { SyntheticSource } from './SyntheticSource.ts';
import { syntheticNumber } from './syntheticNumber.ts';
import { Weights } from './Weights.ts';
import type { CoinedWord } from './WordStock.ts';

const kinds = new Weights([
  [OrganisationKind.IMMIGRANT_ORGANISATION, 46],
  [OrganisationKind.VOLUNTARY_ORGANISATION, 19],
  [OrganisationKind.INFORMAL_GROUP, 15],
  [OrganisationKind.FAITH_COMMUNITY, 12],
  [OrganisationKind.PATIENT_ORGANISATION, 6],
  [OrganisationKind.IMMIGRANT_COUNCIL, 2],
]);

const reaches = new Weights<'seat' | 'around' | 'several' | 'country'>([
  ['seat', 62],
  ['around', 14],
  ['several', 18],
  ['country', 6],
]);

const topicCounts = new Weights([
  [0, 10],
  [1, 30],
  [2, 32],
  [3, 18],
  [5, 10],
]);

const houses = ['Grendehuset', 'Biblioteket', 'Frivilligsentralen', 'Skolen'];
const offices = ['Kontor', 'Vakttelefon', 'Leder', 'Sekretariat'];

/** What its things are numbered from, beside the organisation itself. */
const part = { name: 0x100, contact: 0x200, source: 0x400 } as const;

/** What an organisation is to the others of its block. */
export interface Station {
  /** Whose branch it is. */
  readonly umbrella?: SyntheticOrganisation | null;
  readonly isUmbrella?: boolean;
}

/** An organisation of a synthesised register: what those around it need to know, and its rows. */
export class SyntheticOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly place: Place;
  readonly language: SpokenLanguage;
  /** What its name is made of. */
  readonly word: CoinedWord;
  readonly #dice: Dice;

  constructor(
    private readonly source: SyntheticSource,
    private readonly index: number,
    private readonly station: Station,
  ) {
    const dice = source.dice.for(index, 0);
    const { umbrella, isUmbrella } = station;
    this.#dice = dice;
    this.id = source.ids.of(index, 0);
    this.place = source.facts.places.draw(dice);
    this.language = umbrella?.language ?? source.facts.languageIn(this.place, dice);
    this.word = umbrella?.word ?? this.language.stock.draw(dice);
    const kind = kinds.draw(dice);
    this.kind = isUmbrella || umbrella ? OrganisationKind.IMMIGRANT_ORGANISATION : kind;
    const plain = drawName(this, this.word, dice);
    if (umbrella) this.name = `${this.word.latin} ${this.place.name}`;
    else this.name = isUmbrella ? `Landsforeningen ${this.word.latin}` : plain;
  }

  /** Of those who belong to a congregation nothing is said: it would be said of their faith. */
  get hasPeople(): boolean {
    return this.kind !== OrganisationKind.FAITH_COMMUNITY;
  }

  /** To be called once: each call throws the dice anew. */
  addTo(sink: SyntheticSink): void {
    const { source, index, id, name, kind, place } = this;
    const { facts, days, ids } = source;
    const dice = this.#dice;
    const number =
      kind !== OrganisationKind.INFORMAL_GROUP && dice.happens(35) ? syntheticNumber(index) : null;
    const languages = this.#languages();
    const communities = [...new Set(languages.slice(0, 2).flatMap((it) => countriesOf(it, dice)))];
    const topics = facts.topicsOf(topicCounts.draw(dice), dice);
    const areas = this.#servedAreas();
    const isCounted = kind !== OrganisationKind.INFORMAL_GROUP && dice.happens(55);
    const isClosed = dice.happens(3) && !this.station.isUmbrella;
    const closedOn = isClosed ? days.between(30, 2_000, dice) : null;
    const [verifiedOn, verifiedBy] = days.verification(dice);
    sink.row('organisation', [
      id,
      name,
      kind,
      number,
      place.number,
      this.station.umbrella?.id ?? null,
      languages.map((it) => it.number),
      communities,
      topics,
      areas,
      isCounted ? 12 + dice.zipf(2_000, 80) : null,
      isCounted ? days.year - dice.below(5) : null,
      closedOn,
      verifiedOn,
      verifiedBy,
    ]);
    sink.row('organisation_source', [ids.of(index, part.source), id, inventedSource, null, null]);
    sink.record({
      id,
      name,
      aliases: this.#addNames(sink),
      affiliations: [],
      kind,
      number,
      languages: languages.map((it) => ({ number: it.number, speaks: null })),
      areas: areas.length > 0 ? areas : [place.number],
      topics,
      communities,
      willingness: [],
      contacts: this.#addContactPoints(sink),
      verifiedOn,
      verifiedBy,
      closedOn,
    });
  }

  #languages(): SpokenLanguage[] {
    const { language, station } = this;
    const { facts } = this.source;
    const dice = this.#dice;
    const spoken = new Set([language]);
    for (const related of language.related) if (dice.happens(22)) spoken.add(related);
    const others = station.isUmbrella ? 5 : dice.happens(18) ? 1 : 0;
    for (let time = 0; time < others; time += 1) spoken.add(facts.languages.draw(dice));
    if (dice.happens(12)) spoken.add(facts.norwegian);
    return [...spoken];
  }

  #servedAreas(): number[] {
    const { place, station } = this;
    const { facts } = this.source;
    const dice = this.#dice;
    const drawn = reaches.draw(dice);
    switch (station.isUmbrella ? 'country' : station.umbrella ? 'seat' : drawn) {
      case 'country':
        return [facts.country];
      case 'around':
        return [place.around];
      case 'several': {
        const areas = new Set([place.number]);
        for (let time = dice.between(1, 4); time > 0; time -= 1) {
          areas.add(facts.places.draw(dice).number);
        }
        return [...areas];
      }
      case 'seat':
        return dice.happens(8) ? [] : [place.number];
    }
  }

  /** Gives the names beside the first. */
  #addNames(sink: SyntheticSink): string[] {
    const { source, index, id, language } = this;
    const dice = this.#dice;
    const names: string[] = [];
    const add = (name: string, use: NameUse, of: SpokenLanguage | null) => {
      sink.row('organisation_name', [
        source.ids.of(index, part.name + names.length),
        id,
        name,
        use,
        of?.number ?? null,
      ]);
      names.push(name);
    };
    const initials = [...this.name.matchAll(/(?<![\p{L}\p{M}])\p{L}/gu)].join('').toUpperCase();
    if (initials.length > 2 && dice.happens(26)) add(initials, NameUse.SHORT, null);
    if (dice.happens(14) && !this.station.umbrella) {
      const kind = dice.pick(language.stock.kinds);
      const word = this.word;
      const isNative = kind.native !== null && word.native !== null;
      add(
        isNative ? `${kind.native} ${word.native}` : `${kind.latin} ${word.latin}`,
        NameUse.TRANSLATION,
        language,
      );
    }
    if (dice.happens(6)) add(drawName(this, language.stock.draw(dice), dice), NameUse.FORMER, null);
    if (dice.happens(5)) add(`${this.word.latin} ${this.place.name}`, NameUse.ALIAS, null);
    return names;
  }

  #addContactPoints(sink: SyntheticSink): SyntheticRecord['contacts'] {
    const { source, index, id, kind, place } = this;
    const dice = this.#dice;
    const isInformal = kind === OrganisationKind.INFORMAL_GROUP;
    const host = `${slugOf(this.word.latin)}-${index.toString(36)}.example`;
    const phone = phoneOf(dice);
    const street = dice.between(1, 80);
    const offers = [
      [ContactChannel.PHONE, isInformal ? 45 : 78, phone, dice.pick(offices)],
      [ContactChannel.EMAIL, isInformal ? 35 : 76, `post@${host}`, null],
      [ContactChannel.WHATSAPP, isInformal ? 45 : 12, phone, 'Gruppetråd'],
      [ContactChannel.WEBSITE, isInformal ? 3 : 30, `https://www.${host}`, null],
      [ContactChannel.FACEBOOK, 22, `https://facebook.example/${host.slice(0, -8)}`, null],
      [
        ContactChannel.MEETING_PLACE,
        isInformal ? 50 : 22,
        `${dice.pick(houses)}, Eksempelveien ${street}, ${place.name}`,
        null,
      ],
    ] as const;
    const contacts: {
      channel: ContactChannel;
      audience: ContactAudience;
      hasFailed: boolean;
      value: string;
    }[] = [];
    for (const [channel, percent, value, label] of offers) {
      if (!dice.happens(percent)) continue;
      const position = contacts.length;
      const isTried = position < 2 && dice.happens(65);
      const outcome = isTried ? (dice.happens(80) ? 'works' : 'bounced') : 'untried';
      const [lastWorkedOn, bouncedOn] = drawTrial(source.days, outcome, dice);
      const audience = dice.happens(5) ? ContactAudience.COORDINATORS : ContactAudience.ALL_STAFF;
      sink.row('organisation_contact_point', [
        source.ids.of(index, part.contact + position),
        id,
        channel,
        label,
        null,
        channel === ContactChannel.PHONE ? drawHours(dice) : null,
        position,
        audience,
        lastWorkedOn,
        bouncedOn,
        value,
      ]);
      contacts.push({ channel, audience, hasFailed: bouncedOn !== null, value });
    }
    return contacts;
  }
}

function drawName(
  { kind, place, language }: SyntheticOrganisation,
  word: CoinedWord,
  dice: Dice,
): string {
  const patterns = organisationPatterns[kind] ?? [];
  const name = patterns[dice.zipf(patterns.length, 4)]!.replace('{C}', word.latin)
    .replace('{K}', dice.pick(language.stock.kinds).latin)
    .replace('{a}', language.stock.tongue.adjective);
  const where = dice.below(100);
  if (where < 18) return `${name} i ${place.name}`;
  if (where < 38) return `${name} ${place.name}`;
  return name;
}

function countriesOf({ countries }: SpokenLanguage, dice: Dice): number[] {
  if (countries.length === 0 || dice.happens(25)) return [];
  const first = countries[dice.zipf(countries.length, 1)]!;
  return dice.happens(20) ? [first, dice.pick(countries)] : [first];
}
