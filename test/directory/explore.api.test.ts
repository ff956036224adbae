import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { aCoordinator } from '#test/support/viewers.ts';
import { openSeedWorld } from './seedWorld.ts';

test('explore', async () => {
  const { world, built, entries, close } = await openSeedWorld();
  console.log('built', built, entries);
  const queries = readFileSync('/tmp/samband-directory/queries.txt', 'utf8')
    .split('\n')
    .filter(Boolean);
  const doc = `query($t: Text) { search(text: $t, first: 6) { totalCount nodes { __typename ... on OrganisationHit { organisation { name } why { kind word text exact isWider } isReachable } ... on PersonHit { person { name } why { kind word text exact isWider } isReachable } } understood { word kind value label } loosen { filter word count } } }`;
  await world.ask(aCoordinator(), doc, { t: 'abc' });
  for (const t of queries) {
    const begun = performance.now();
    const { data, errors, statements } = await world.ask<any>(aCoordinator(), doc, { t });
    const ms = (performance.now() - begun).toFixed(1);
    if (errors) {
      console.log(`## ${t}`, JSON.stringify(errors));
      continue;
    }
    const s = data.search;
    console.log(
      `## ${t}  → ${s.totalCount} (${ms} ms, ${statements} st) chips ${s.understood.map((u: any) => `${u.word}=${u.kind}:${u.label ?? u.value}`).join(', ')} ${s.loosen.length ? 'loosen ' + JSON.stringify(s.loosen) : ''}\n` +
        s.nodes
          .map(
            (n: any) =>
              `   ${n.isReachable ? '*' : ' '} ${n.organisation?.name ?? n.person?.name} [${n.why.map((w: any) => `${w.word}:${w.kind}=${w.text}${w.exact ? '' : '~'}${w.isWider ? '^' : ''}`).join('; ')}]`,
          )
          .join('\n'),
    );
  }
  await close();
}, 120000);
