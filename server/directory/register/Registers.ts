import { z } from 'zod';

import { formsForUs, readUnit } from './readUnit.ts';
import {
  type Patience,
  PoliteClient,
  type PoliteSettings,
  type Reply,
  Unreachable,
} from './PoliteClient.ts';
import type { UnitAnswer, UnitFacts } from './UnitFacts.ts';

/** Where the registers of others are; null for one that is not to be asked. */
export interface RegisterAddresses {
  /** Brønnøysundregistrene: Enhetsregisteret and Frivillighetsregisteret are below it. */
  readonly brreg: URL | null;
  /** Klass, the classifications of Statistics Norway. */
  readonly klass: URL | null;
}

/** En oppdatering. That something happened to a unit, and what kind of thing. */
export interface UnitUpdate {
  readonly id: number;
  readonly number: string;
  /** Ny, Endring, Sletting, Fjernet, Ukjent. */
  readonly what: string;
}

/** A change of the municipalities: two with one old code are a split, two with one new code a merger. */
export interface CodeChange {
  readonly oldCode: string;
  readonly oldName: string;
  readonly newCode: string;
  readonly newName: string;
  readonly changedOn: string;
}

/** Klass 131: kommuneinndeling. */
const municipalities = 131;

/** Fewer would be more calls; more would be a longer address than some take. */
const numbersAtATime = 100;

const search = z.object({
  _embedded: z.object({ enheter: z.array(z.unknown()) }).nullish(),
});
const feed = z.object({
  _embedded: z
    .object({
      oppdaterteEnheter: z.array(
        z.object({
          oppdateringsid: z.number().int(),
          organisasjonsnummer: z.string(),
          endringstype: z.string().catch('Ukjent'),
        }),
      ),
    })
    .nullish(),
});
const voluntary = z.object({
  icnpoKategorier: z
    .array(z.object({ icnpoNummer: z.coerce.string(), rekkefoelge: z.number().catch(99) }))
    .nullish()
    .catch(null),
});
const changes = z.object({
  codeChanges: z.array(
    z.object({
      oldCode: z.string().nullable(),
      oldName: z.string().nullable(),
      newCode: z.string().nullable(),
      newName: z.string().nullable(),
      changeOccurred: z.string(),
    }),
  ),
});

/**
 * Registre. What we ask of the registers of others, in our words: Enhetsregisteret, Frivillighetsregisteret, Klass.
 *
 * Throws `Unreachable` and `ToldToWait`; what one of them cannot answer is an answer.
 */
export class Registers {
  readonly #brreg: PoliteClient | null;
  readonly #klass: PoliteClient | null;

  constructor({ brreg, klass }: RegisterAddresses, polite: Omit<PoliteSettings, 'base'>) {
    this.#brreg = brreg && new PoliteClient({ ...polite, base: brreg });
    this.#klass = klass && new PoliteClient({ ...polite, base: klass });
  }

  /** Whether Brønnøysundregistrene are to be asked at all. */
  get asksBrreg(): boolean {
    return this.#brreg !== null;
  }

  get asksKlass(): boolean {
    return this.#klass !== null;
  }

  /** One unit, by its number. */
  async unit(number: string, patience: Patience): Promise<UnitAnswer> {
    const { status, body } = await this.#units(`/enheter/${encodeURIComponent(number)}`, patience);
    if (status === 404 || status === 400) return { state: 'unknown' };
    if (status === 410) return { state: 'removed' };
    const answer = status === 200 ? readUnit(body) : null;
    if (!answer) throw new Unreachable(`It answered ${status}, and nothing that we can read`);
    return answer;
  }

  /** Units whose names are like it, the most alike first. Those of people are not asked for. */
  async find(name: string): Promise<UnitFacts[]> {
    const query = new URLSearchParams({
      navn: name,
      navnMetodeForSoek: 'FORTLOEPENDE',
      organisasjonsform: formsForUs.join(),
      size: '10',
    });
    return this.#found(await this.#units(`/enheter?${query}`, 'asked'));
  }

  /** Those of these numbers that are not deleted; of the others nothing is said. */
  async several(numbers: readonly string[]): Promise<UnitFacts[]> {
    const all: UnitFacts[] = [];
    for (let at = 0; at < numbers.length; at += numbersAtATime) {
      const some = numbers.slice(at, at + numbersAtATime);
      const query = new URLSearchParams({
        organisasjonsnummer: some.join(),
        size: String(numbersAtATime),
      });
      all.push(...this.#found(await this.#units(`/enheter?${query}`, 'job')));
    }
    return all;
  }

  /** The categories of a voluntary organisation, the main one first; null where it does not stand in Frivillighetsregisteret. */
  async categories(number: string, patience: Patience): Promise<string[] | null> {
    const { status, body } = await this.#ask(
      `/frivillighetsregisteret/api/frivillige-organisasjoner/${encodeURIComponent(number)}`,
      patience,
    );
    if (status === 404 || status === 410) return null;
    const read = status === 200 ? voluntary.safeParse(body) : null;
    if (!read?.success) throw new Unreachable(`It answered ${status}`);
    return (read.data.icnpoKategorier ?? [])
      .toSorted((one, other) => one.rekkefoelge - other.rekkefoelge)
      .map(({ icnpoNummer }) => icnpoNummer);
  }

  /** What has happened from an update on, or from a moment on: at most so many, in their order. Nothing, when one has caught up. */
  async updates(
    from: { readonly id: number } | { readonly at: Date },
    most: number,
  ): Promise<UnitUpdate[]> {
    const query = new URLSearchParams({
      ...('id' in from ? { oppdateringsid: String(from.id) } : { dato: from.at.toISOString() }),
      size: String(most),
    });
    const { status, body } = await this.#units(`/oppdateringer/enheter?${query}`, 'job');
    const read = status === 200 ? feed.safeParse(body) : null;
    if (!read?.success) throw new Unreachable(`The feed answered ${status}`);
    return (read.data._embedded?.oppdaterteEnheter ?? [])
      .map((it) => ({
        id: it.oppdateringsid,
        number: it.organisasjonsnummer,
        what: it.endringstype,
      }))
      .toSorted((one, other) => one.id - other.id);
  }

  /** How municipalities have changed in a time; the last day is not part of it. */
  async municipalityChanges(from: string, to: string): Promise<CodeChange[]> {
    if (!this.#klass) throw new Unreachable('Klass is not to be asked');
    const query = new URLSearchParams({ from, to, language: 'nb' });
    const path = `/classifications/${municipalities}/changes?${query}`;
    const { status, body } = await this.#klass.get(path, 'job');
    const read = status === 200 ? changes.safeParse(body) : null;
    if (!read?.success) throw new Unreachable(`Klass answered ${status}`);
    return read.data.codeChanges.flatMap(
      ({ oldCode, oldName, newCode, newName, changeOccurred: changedOn }) =>
        // What came out of nothing, or went into nothing, leads nowhere.
        oldCode && newCode && oldName && newName && oldCode !== newCode
          ? [{ oldCode, oldName, newCode, newName, changedOn }]
          : [],
    );
  }

  #found({ status, body }: Reply): UnitFacts[] {
    if (status === 400) return [];
    const read = status === 200 ? search.safeParse(body) : null;
    if (!read?.success) throw new Unreachable(`The search answered ${status}`);
    return (read.data._embedded?.enheter ?? []).flatMap((it) => {
      const answer = readUnit(it);
      return answer && 'facts' in answer ? [answer.facts] : [];
    });
  }

  #units(path: string, patience: Patience): Promise<Reply> {
    return this.#ask(`/enhetsregisteret/api${path}`, patience);
  }

  #ask(path: string, patience: Patience): Promise<Reply> {
    if (!this.#brreg) throw new Unreachable('The registers are not to be asked');
    return this.#brreg.get(path, patience);
  }
}
