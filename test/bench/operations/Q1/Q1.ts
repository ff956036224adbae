import { RecordKind } from '#schema/directory/RecordKind.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import type { Operation } from '#test/bench/operations/Operation.ts';
import { understood } from '#test/bench/operations/understood.ts';
import { misspelt } from '#test/bench/misspelt.ts';

interface Sought {
  readonly name: string;
  readonly languages: string[];
  readonly area: string;
  readonly kind: OrganisationKind;
}

interface Facet {
  readonly value: string;
  readonly count: number;
}

const inOrder = (facet: readonly Facet[]) =>
  facet
    .map(({ value, count }) => ({ value: value.toLowerCase(), count }))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1));

/** Three words of some organisation's name, each misspelt, among others of its languages, places and kinds. */
export const Q1: Operation = {
  name: 'Q1',
  reads:
    'crisis search: three misspelt words, 3 languages, 20 municipalities, 5 kinds; total, facets by language and kind, the first 50 with municipality, languages, ways to reach them and their contact people',
  remark:
    'All ways search the same index. Samband understands the words for each question (dictionary, misspellings, terms); the others are given what it made of them. PostGraphile runs the search three times, for hits, total and facets. The contact people’s numbers are sealed in the database: all ways answer with the organisations’ numbers, and of the people’s with identifier and channel.',
  async draw(ground, count) {
    const { rows: places } = await ground.pool.query<{ code: string }>(
      `select code from area where kind = 'municipality' order by md5(code)`,
    );
    const { rows: tongues } = await ground.pool.query<{ code: string }>(
      'select code from language order by md5(code)',
    );
    const { rows } = await ground.pool.query<Sought>(
      `select o.name, o.kind, area.code as area,
         array(select code from language where number = any(o.languages) order by code limit 3) as languages
       from organisation o join area on area.number = o.seat_number and area.kind = 'municipality'
       where o.languages <> '{}' and o.name ~ '^([[:alpha:]]{5,}[ -]+){2,}[[:alpha:]]{5,}'
       order by md5(o.id::text) limit $1`,
      [count],
    );
    return Promise.all(
      rows.map(async ({ name, kind, area, languages }, at) => {
        const words = name.match(/\p{L}{5,}/gu) ?? [];
        const text = words
          .slice(0, 3)
          .map((word, place) => misspelt(word, at + place))
          .join(' ');
        const some = <T>(all: readonly T[], own: readonly T[], many: number) =>
          [...new Set([...own, ...all.slice(at * many), ...all])].slice(0, many);
        const filter = {
          languages: some(
            tongues.map(({ code }) => code),
            languages,
            3,
          ),
          areas: some(
            places.map(({ code }) => code),
            [area],
            20,
          ),
          kinds: some(Object.values(OrganisationKind), [kind], 5),
        };
        const question = await understood(ground, text, filter, RecordKind.ORGANISATION);
        return {
          samband: {
            text,
            filter: { ...filter, kinds: filter.kinds.map((it) => it.toUpperCase()) },
          },
          raw: [
            question.hit,
            question.keys,
            question.number,
            question.length,
            question.named,
            question.partlyNamed,
            question.solid,
            question.exact,
            question.partly,
            question.near,
            question.wider,
            question.widest,
            question.understood,
            question.due,
            question.today,
          ],
          postgraphile: { ...question },
        };
      }),
    );
  },
  shape: {
    samband: ({
      organisations: { totalCount, facets, nodes },
    }: {
      organisations: {
        totalCount: number;
        facets: { languages: Facet[]; kinds: Facet[] };
        nodes: unknown;
      };
    }) => ({
      total: totalCount,
      languages: inOrder(facets.languages),
      kinds: inOrder(facets.kinds),
      nodes,
    }),
    raw: ({ languages, kinds, ...rest }: { languages: Facet[]; kinds: Facet[] }) => ({
      ...rest,
      languages: inOrder(languages),
      kinds: inOrder(kinds),
    }),
    postgraphile: ({
      total,
      facets,
      hits,
    }: {
      total: number;
      facets: { nodes: (Facet & { facet: string })[] };
      hits: { nodes: unknown };
    }) => {
      const of = (which: string) => inOrder(facets.nodes.filter(({ facet }) => facet === which));
      return { total, languages: of('language'), kinds: of('kind'), nodes: hits.nodes };
    },
  },
};
