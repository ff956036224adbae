import jsQR from 'jsqr';
import { expect, test } from 'vitest';

import { hasStaff } from '#test/access/Reception.ts';
import { madeRound } from '#test/review/round/roundExamples.ts';
import { RoundDesk } from '#test/review/round/RoundDesk.ts';
import { signedIn, withPaper } from './paperExamples.ts';

const nobody = crypto.randomUUID();

/** What the camera of a telephone reads in each square of a page. */
function addressesIn(page: string): (string | undefined)[] {
  const squares = page.matchAll(/viewBox="0 0 (\d+) \1"[^>]*>.*?<path d="([^"]*)"/gs);
  return [...squares].map(([, across = '', path = '']) => {
    const [modules, scale] = [Number(across), 4];
    const size = modules * scale;
    const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
      for (let dot = 0; dot < scale * scale; dot += 1) {
        const [column, row] = [
          Number(x) * scale + (dot % scale),
          Number(y) * scale + Math.floor(dot / scale),
        ];
        pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
      }
    }
    return jsQR.default(pixels, size, size)?.data;
  });
}

const letters = 'query ($id: ID!) { reviewLetters(roundId: $id) { waiting printed } }';
const noteSent =
  'mutation ($input: NoteLettersSentInput!) { noteLettersSent(input: $input) { waiting printed } }';

const counted = async (round: RoundDesk, id: string) =>
  (await round.desk.world.ask<{ reviewLetters: object }>(round.lead, letters, { id })).data
    ?.reviewLetters;

/** What is said to whoever notes them as sent: what is left, or why not. */
async function noted(round: RoundDesk, roundId: string, by = round.lead): Promise<unknown> {
  const { data, errors } = await round.desk.world.ask<{ noteLettersSent: object }>(by, noteSent, {
    input: { roundId },
  });
  const extensions = errors?.[0]?.extensions;
  return data?.noteLettersSent ?? extensions?.['reason'] ?? extensions?.['code'];
}

test('letters are printed by whoever leads the round, from our own pages, and by nobody else', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  const id = await withPaper(round);
  const draft = await madeRound(desk.world, {}, round.lead);
  const { rows } = await desk.pool.query<{ id: string }>('select id from review_request limit 1');
  const at = `/letters/round/${id}`;
  const editor = await hasStaff(desk.pool, { subject: 'ingrid', name: 'Ingrid Prøve' });
  const [stranger, colleague, lead] = [
    desk.visitor(),
    await signedIn(round, editor),
    await signedIn(round, round.lead.id),
  ];

  expect((await stranger.send(at)).status).toBe(401);
  expect((await stranger.send(`/letters/request/${rows[0]!.id}`)).status).toBe(401);
  expect((await colleague.send(at)).status).toBe(403);
  expect((await colleague.send(`/letters/request/${rows[0]!.id}`)).status).toBe(403);
  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect((await lead.request(at, { method: 'POST', headers: foreign })).status).toBe(403);
  expect((await lead.request(at)).status).toBe(405);
  expect((await lead.send(`/letters/round/${nobody}`)).status).toBe(404);
  expect((await lead.send('/letters/request/none')).status).toBe(404);
  expect((await lead.send(`/letters/round/${draft}`)).status).toBe(409);
  expect((await lead.send(at, { which: 'printed' })).status).toBe(409);
  expect(await noted(round, nobody)).toBe('NOT_FOUND');
  expect(await noted(round, draft)).toBe('NOT_OPEN');
  expect(await noted(round, id)).toBe('NO_PRINTED_LETTERS');
  expect(await noted(round, id, desk.editor())).toBe('FORBIDDEN');
  expect(await counted(round, id)).toEqual({ waiting: 2, printed: 0 });
});

test('a sheet each carries the link in its square and the code in letters, and both open the page', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  const id = await withPaper(round);
  const lead = await signedIn(round, round.lead.id);
  const answer = await lead.send(`/letters/round/${id}`, { locale: 'nn' });
  const page = await answer.text();
  const sheets = page.split('<article').slice(1);
  const addresses = addressesIn(page);

  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page).toContain('<html lang="nn">');
  expect(sheets).toHaveLength(2);
  expect(sheets[0]).toMatch(/<span dir="auto">Alfa<\/span>.*Prøvegata 1.*0001 Oslo/s);
  expect(sheets[0]).toContain('Vi gleder oss.');
  expect(sheets[0]).not.toContain('class="second"');
  expect(sheets[1]).toMatch(/<section lang="ar" dir="rtl".*<section lang="nb" dir="ltr"/s);
  expect(sheets[1]).toContain('Beta &amp; sønner');
  expect(addresses).toEqual([
    expect.stringMatching(`^${desk.origin}/l#[\\w-]{22}$`),
    expect.stringMatching(`^${desk.origin}/l\\?lang=ar#[\\w-]{22}$`),
  ]);
  const [token, other] = addresses.map((address) => address!.split('#')[1]!);
  const code = /<p class="code"><bdi dir="ltr">([^<]*)</.exec(sheets[1]!)![1]!;
  expect(await (await desk.visitor().send('/l/open', { token: token! })).text()).toContain('Alfa');
  expect(await (await desk.visitor().send('/l/open', { code })).text()).toContain('Beta');
  for (const secret of [token!, other!, code]) {
    expect(desk.log.join('\n')).not.toContain(secret);
    expect(page.replaceAll(/<p class="code">.*?<\/p>|<bdi[^>]*>.*?<\/bdi>/gs, '')).not.toContain(
      secret,
    );
  }
});

test('what was printed is noted as sent once, and what came meanwhile waits', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  const id = await withPaper(round);
  const lead = await signedIn(round, round.lead.id);
  const { rows } = await desk.pool.query<{ id: string }>(
    `select q.id from review_request q join organisation o on o.id = q.organisation_id where o.name = 'Alfa'`,
  );
  const one = await (await lead.send(`/letters/request/${rows[0]!.id}`)).text();
  expect(one.split('<article')).toHaveLength(2);
  expect(await counted(round, id)).toEqual({ waiting: 1, printed: 1 });
  const again = await (await lead.send(`/letters/round/${id}`, { which: 'printed' })).text();
  expect(addressesIn(again)).toEqual(addressesIn(one));

  const both = await Promise.all([noted(round, id), noted(round, id)]);
  expect(both).toEqual(expect.arrayContaining([{ waiting: 1, printed: 0 }, 'NO_PRINTED_LETTERS']));
  expect(await noted(round, id)).toBe('NO_PRINTED_LETTERS');
  const states = (await round.standing(id)).map(({ name, state, steps }) => [name, state, steps]);
  expect(states).toEqual([
    ['Alfa', 'SILENT', [0]],
    ['Beta & sønner', 'QUEUED', []],
    ['Gamma', 'SILENT', [0]],
  ]);
  const { rows: told } = await desk.pool.query(
    `select verb, fields -> 0 ->> 'after' as count from change where record_id = $1 and verb in ('printReviewLetters', 'noteLettersSent') order by version`,
    [id],
  );
  expect(told).toEqual([
    { verb: 'printReviewLetters', count: '1' },
    { verb: 'printReviewLetters', count: '1' },
    { verb: 'noteLettersSent', count: '1' },
  ]);
});

test('two who print at the same moment print each letter once, and whoever objects gets none', async () => {
  await using round = await RoundDesk.open();
  const { desk } = round;
  const id = await withPaper(round);
  const lead = await signedIn(round, round.lead.id);
  const answers = await Promise.all(
    [1, 2].map(async () => (await lead.send(`/letters/round/${id}`)).status),
  );
  expect(answers.toSorted((one, other) => one - other)).toEqual([200, 409]);
  await desk.pool.query(
    `insert into quiet_rule (id, organisation_id, objected_on, noted_at)
     select gen_random_uuid(), id, '2026-11-20', '2026-11-20T10:00:00Z' from organisation where name = 'Alfa'`,
  );
  expect(await counted(round, id)).toEqual({ waiting: 0, printed: 1 });
  const page = await (await lead.send(`/letters/round/${id}`, { which: 'printed' })).text();
  expect(page).not.toContain('Alfa');
  expect(page).toContain('Beta');
});
