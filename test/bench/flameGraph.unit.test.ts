import { expect, test } from 'vitest';

import { flameGraph } from './flameGraph.ts';

const flame = {
  name: 'root',
  weight: 1000,
  called: [
    { name: 'plan<Read> · server/common/plan', weight: 750, called: [] },
    { name: 'parse · graphql', weight: 249, called: [] },
    { name: 'too little to be seen', weight: 1, called: [] },
  ],
};

test('each function is as wide as it took, under the one that called it', () => {
  const svg = flameGraph('Q2', [{ title: 'Server', flame }]);
  const boxes = [
    ...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="(\d+)" width="([\d.]+)"/g),
  ].map(([, kind, x, y, width]) => [kind, Number(x), Number(y), Number(width)]);
  expect(boxes).toEqual([
    ['engine', 0, 70, 1200],
    ['ours', 0, 87, 900],
    ['others', 900, 87, 298.8],
  ]);
  expect(svg).toContain('plan&lt;Read&gt; · server/common/plan, 75.0 %');
});
