import { cacheExchange, Client, fetchExchange, gql, type OperationResult } from 'urql';
import { expect, test } from 'vitest';

import { askAgainAfterChange } from '#client/askAgainAfterChange.ts';

const things = gql`
  query Things {
    things {
      __typename
      name
    }
  }
`;
const rename = gql`
  mutation Rename {
    rename {
      __typename
      name
    }
  }
`;

/** A line on which each answer leaves when it is let go; what was asked on it, in order. */
function slowLine() {
  const asked: string[] = [];
  const waiting: ((answer: Response) => void)[] = [];
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [cacheExchange, askAgainAfterChange, fetchExchange],
    fetch: (_url, init) => {
      asked.push(String(init?.body).includes('mutation') ? 'change' : 'read');
      return new Promise((resolve) => waiting.push(resolve));
    },
  });
  const answer = (at: number, data: object) =>
    waiting[at]?.(Response.json({ data }, { headers: { 'content-type': 'application/json' } }));
  return { client, asked, answer };
}

const named = (name: string) => ({ things: [{ __typename: 'Thing', name }] });
const changed = { rename: { __typename: 'Thing', name: 'etter' } };
const nameIn = ({ data }: OperationResult): unknown =>
  (data as { things: { name: string }[] } | undefined)?.things[0]?.name;

test('what was asked before a change and answered after it is asked once more', async () => {
  const { client, asked, answer } = slowLine();
  const seen: [unknown, boolean][] = [];
  const look = () =>
    client.query(things, {}).subscribe((result) => void seen.push([nameIn(result), result.stale]));
  const first = look();
  await expect.poll(() => asked).toEqual(['read']);
  answer(0, named('før'));
  await expect.poll(() => seen.at(-1)).toEqual(['før', false]);
  // Somebody goes on, comes back, and changes something before it is read anew.
  first.unsubscribe();
  const second = look();
  await expect.poll(() => asked).toEqual(['read', 'read']);
  const done = client.mutation(rename, {}).toPromise();
  await expect.poll(() => asked.length).toBe(3);
  answer(2, changed);
  await done;
  answer(1, named('før'));

  await expect.poll(() => asked).toEqual(['read', 'read', 'change', 'read']);
  answer(3, named('etter'));
  await expect.poll(() => seen.at(-1)).toEqual(['etter', false]);
  second.unsubscribe();
});

test('what was asked after the change is asked once', async () => {
  const { client, asked, answer } = slowLine();
  const done = client.mutation(rename, {}).toPromise();
  await expect.poll(() => asked.length).toBe(1);
  answer(0, changed);
  await done;
  const read = client.query(things, {}).toPromise();
  await expect.poll(() => asked.length).toBe(2);
  answer(1, named('etter'));
  expect(nameIn(await read)).toBe('etter');
  expect(asked).toEqual(['change', 'read']);
});
