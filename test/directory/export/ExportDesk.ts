import type { Role } from '#schema/access/Role.ts';
import type { ExportInput } from '#server/directory/export/ExportInput.ts';
import { sessionOf } from '#test/http/sessionOf.ts';
import { Site } from '#test/launch/Site.ts';
import { type World, worldOver } from '#test/support/world.ts';

const prepare = `mutation ($input: ExportInput!) { prepareExport(input: $input) {
  id address fileName size { organisations people needsReason needsStepUp } } }`;
const size =
  'query ($input: ExportInput!) { exportSize(input: $input) { organisations people needsReason needsStepUp } }';

/** What the API calls the words of an order. */
type Asked = { readonly [Name in keyof ExportInput]?: unknown };

export interface Prepared {
  readonly id: string;
  readonly address: string;
  readonly fileName: string;
  readonly size: {
    organisations: number;
    people: number;
    needsReason: boolean;
    needsStepUp: boolean;
  };
}

interface Told<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly extensions: { readonly code: string; readonly fields?: Record<string, string> };
  }[];
}

type Headers = Record<string, string>;

/** Utleveringsskranke. The whole server over a world of one's own, as those who take something out of it see it. */
export class ExportDesk implements AsyncDisposable {
  private constructor(
    readonly site: Site,
    readonly world: World,
  ) {}

  static async open(more: Parameters<typeof Site.open>[0] = {}): Promise<ExportDesk> {
    const site = await Site.open(more);
    return new ExportDesk(site, await worldOver(site.database));
  }

  /** Somebody who has signed in, and anew if nothing else is said. */
  async as(role: Role, { isSteppedUp = true } = {}): Promise<Headers> {
    const headers = await sessionOf(this.site, role);
    if (isSteppedUp) {
      await this.site.database.pool.query(
        `update session set stepped_up_at = '2026-11-22T07:59:00Z' where created_at = (select max(created_at) from session)`,
      );
    }
    return headers;
  }

  async ask<Data>(headers: Headers, query: string, variables: object): Promise<Told<Data>> {
    return (await (await this.site.ask({ query, variables }, headers)).json()) as Told<Data>;
  }

  sized = async (headers: Headers, input: Asked) =>
    this.ask<{ exportSize: Prepared['size'] }>(headers, size, { input });

  /** What is said to an order. */
  asked = async (headers: Headers, input: Asked) =>
    this.ask<{ prepareExport: Prepared }>(headers, prepare, { input });

  /** Prepares what is not refused. */
  async prepared(headers: Headers, input: Asked): Promise<Prepared> {
    const { data, errors } = await this.asked(headers, input);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.prepareExport;
  }

  fetched = (headers: Headers, { address }: Pick<Prepared, 'address'>): Promise<Response> =>
    this.site.get(address, { method: 'POST', headers });

  /** The file itself. */
  async file(headers: Headers, input: Asked): Promise<Buffer> {
    const answer = await this.fetched(headers, await this.prepared(headers, input));
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async reads(): Promise<{ person_id: string; purpose: string; request_id: string }[]> {
    const { rows } = await this.site.database.pool.query<{
      person_id: string;
      purpose: string;
      request_id: string;
    }>('select person_id, purpose, request_id from read_log order by batch, place');
    return rows;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.site[Symbol.asyncDispose]();
  }
}

export const codeOf = ({ errors }: Told<unknown>) => errors?.[0]?.extensions.code;
export const fieldsOf = ({ errors }: Told<unknown>) => errors?.[0]?.extensions.fields;
