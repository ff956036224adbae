import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type PoliteSettings } from '#server/directory/register/PoliteClient.ts';
import { type RegisterAddresses, Registers } from '#server/directory/register/Registers.ts';

/** What goes wrong with the next call: a status with headers, or no answer at all. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | 'silence';

export interface Update {
  readonly id: number;
  readonly number: string;
  readonly what: string;
}

/** A unit in the shape in which Enhetsregisteret tells of it; with much that we are not to keep. */
export const aUnit = (number: string, more: Readonly<Record<string, unknown>> = {}): object => ({
  respons_klasse: 'Enhet',
  organisasjonsnummer: number,
  navn: 'EKSEMPEL SOMALISKE KVINNEFORENING',
  organisasjonsform: { kode: 'FLI', beskrivelse: 'Forening/lag/innretning', _links: {} },
  registreringsdatoEnhetsregisteret: '2020-10-20',
  registrertIMvaregisteret: false,
  naeringskode1: { kode: '94.992', beskrivelse: 'Andre medlemsorganisasjoner ellers' },
  harRegistrertAntallAnsatte: false,
  epostadresse: 'privat@eksempel.example',
  mobil: '00 00 00 00',
  forretningsadresse: {
    land: 'Norge',
    landkode: 'NO',
    postnummer: '4021',
    poststed: 'STAVANGER',
    adresse: ['c/o Synne Prøve', null, ''],
    kommune: 'STAVANGER',
    kommunenummer: '1103',
  },
  stiftelsesdato: '2020-08-30',
  registrertIFrivillighetsregisteret: false,
  konkurs: false,
  underAvvikling: false,
  underTvangsavviklingEllerTvangsopplosning: false,
  maalform: 'Nynorsk',
  erIKonsern: false,
  aktivitet: ['Møteplass for kvinner.', 'Oppdiktet enhet til bruk i tester.'],
  _links: { self: { href: `https://data.brreg.no/enhetsregisteret/api/enheter/${number}` } },
  ...more,
});

/** A unit that was deleted: a reduced body, and 200. */
export const aDeletedUnit = (
  number: string,
  slettedato: string,
  navn = 'EKSEMPEL NEDLAGT FORENING',
): object => ({
  respons_klasse: 'SlettetEnhet',
  organisasjonsnummer: number,
  navn,
  organisasjonsform: { kode: 'FLI', beskrivelse: 'Forening/lag/innretning', _links: {} },
  slettedato,
  _links: {},
});

/**
 * Andres register. Enhetsregisteret, Frivillighetsregisteret and Klass on this machine, in the shapes in which they answer, over real HTTP; and
 * a clock that goes on when somebody waits.
 */
export class RegisterOfOthers implements AsyncDisposable {
  /** By number; `removed` was taken out for legal reasons. */
  readonly units = new Map<string, object | 'removed'>();
  /** The categories of voluntary organisations, by number. */
  readonly voluntary = new Map<string, readonly string[]>();
  readonly updates: Update[] = [];
  readonly codeChanges: object[] = [];
  /** What goes wrong with the calls to come, the next first. */
  readonly faults: Fault[] = [];
  /** What goes wrong with each call to what begins so. */
  readonly broken = new Map<string, Fault>();
  /** Every call, in order. */
  readonly calls: { readonly path: string; readonly userAgent: string; readonly at: number }[] = [];
  /** For how long somebody waited, in milliseconds, each time. */
  readonly pauses: number[] = [];
  now = new Date('2026-11-22T12:00:00Z');

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async open(): Promise<RegisterOfOthers> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const it = new RegisterOfOthers(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => it.answer(request, response));
    return it;
  }

  /** Those who ask it. */
  registers(
    more: Partial<PoliteSettings> = {},
    addresses: Partial<RegisterAddresses> = {},
  ): Registers {
    return new Registers(
      { brreg: new URL(this.origin), klass: new URL(`${this.origin}/klass`), ...addresses },
      {
        userAgent: 'Samband (+https://samband.example; mailto:samband@example.org)',
        clock: () => this.now,
        pause: async (milliseconds) => {
          this.pauses.push(milliseconds);
          this.now = new Date(this.now.getTime() + milliseconds);
        },
        ...more,
      },
    );
  }

  get paths(): string[] {
    return this.calls.map(({ path }) => path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.origin);
    const path = `${url.pathname}${url.search}`;
    this.calls.push({
      path,
      userAgent: request.headers['user-agent'] ?? '',
      at: this.now.getTime(),
    });
    const [, broken] = [...this.broken].find(([begin]) => path.startsWith(begin)) ?? [];
    const fault = broken ?? this.faults.shift();
    if (fault === 'silence') return;
    if (fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body ?? '<html>Feil</html>');
      return;
    }
    const [status, body] = this.told(url);
    response
      .writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' })
      .end(body === undefined ? '' : JSON.stringify(body));
  }

  private told({ pathname, searchParams }: URL): [status: number, body?: object] {
    const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    const [register, , kind, id] = parts;
    if (register === 'enhetsregisteret' && kind === 'enheter') {
      return id === undefined ? [200, this.search(searchParams)] : this.unit(id);
    }
    if (register === 'enhetsregisteret' && kind === 'oppdateringer') {
      return [200, this.feed(searchParams)];
    }
    if (register === 'frivillighetsregisteret' && id !== undefined) {
      const categories = this.voluntary.get(id);
      if (!categories) return [404];
      return [
        200,
        {
          organisasjonsnummer: id,
          frivilligOrganisasjonsstatus: 'AKTIV',
          kontonummer: '00000000000',
          // Not in their order: that is told apart.
          icnpoKategorier: categories
            .map((icnpoNummer, at) => ({ icnpoNummer, kategori: '', rekkefoelge: at + 1 }))
            .toReversed(),
        },
      ];
    }
    if (register === 'klass') return [200, { codeChanges: this.codeChanges }];
    return [404];
  }

  private unit(number: string): [number, object?] {
    const unit = this.units.get(number);
    if (unit === 'removed') return [410];
    return unit ? [200, unit] : [404];
  }

  private search(query: URLSearchParams): object {
    const numbers = query.get('organisasjonsnummer')?.split(',');
    const name = query.get('navn')?.toUpperCase();
    const found = [...this.units].flatMap(([number, unit]) => {
      const { navn = '', slettedato } = unit as { navn?: string; slettedato?: string };
      const isMeant = numbers ? numbers.includes(number) : navn.includes(name ?? '');
      return typeof unit === 'object' && isMeant && !slettedato ? [unit] : [];
    });
    return page(found, 'enheter');
  }

  private feed(query: URLSearchParams): object {
    const from = Number(query.get('oppdateringsid') ?? 0);
    const size = Number(query.get('size') ?? 20);
    const left = this.updates.filter(({ id }) => id >= from);
    return page(
      left.slice(0, size).map(({ id, number, what }) => ({
        oppdateringsid: id,
        dato: '2026-11-21T05:15:10.112Z',
        organisasjonsnummer: number,
        endringstype: what,
        _links: {},
      })),
      'oppdaterteEnheter',
      left.length,
    );
  }
}

/** `_embedded` is there only where something is in it. */
const page = (things: readonly object[], name: string, total = things.length): object => ({
  ...(things.length && { _embedded: { [name]: things } }),
  _links: { self: { href: '' } },
  page: { size: things.length, totalElements: total, totalPages: things.length ? 1 : 0, number: 0 },
});
