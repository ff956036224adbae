/** A function, how often it was found at work (itself or what it had called), and what it called. */
export interface Flame {
  readonly name: string;
  readonly weight: number;
  readonly called: readonly Flame[];
}

const width = 1200;
const rowHeight = 17;
const head = 44;
/** Narrower than this nothing is drawn: it would be noise, and the file large. */
const narrowest = 4;
const letterWidth = 6.3;
const deepest = 45;

interface Section {
  readonly title: string;
  readonly flame: Flame;
}

/** Flammediagram. Who called whom, from above: as wide as it took. Reads in light and in dark; names that find no room are told when pointed at. */
export function flameGraph(caption: string, sections: readonly Section[]): string {
  let top = head;
  const drawn = sections.map(({ title, flame }) => {
    const boxes: string[] = [];
    const rows = draw(flame, flame.weight, 0, 0, top + 26, boxes);
    const section = `<text class="title" x="8" y="${top + 18}">${escaped(title)}</text>${boxes.join('')}`;
    top += 26 + rows * rowHeight + 14;
    return section;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" role="img" aria-labelledby="caption">
<title id="caption">${escaped(caption)}</title>
<style>
text{font:11px ui-monospace,monospace;fill:#1e2b3c}
.title{font:600 13px system-ui,sans-serif}
.ground{fill:#fff}
.ours{fill:#9cc9f5}.others{fill:#f3cfa4}.engine{fill:#d5dae1}
rect{stroke:#fff;stroke-width:.5}
@media (prefers-color-scheme:dark){text{fill:#e6ebf2}.ground{fill:#14181f}.ours{fill:#1d5a94}.others{fill:#7a4a17}.engine{fill:#3a4350}rect{stroke:#14181f}}
</style>
<rect class="ground" width="${width}" height="${top}"/>
<text class="title" x="8" y="24">${escaped(caption)}</text>
${drawn.join('\n')}
</svg>
`;
}

/** Draws a function and what it called; gives how many rows that took. */
function draw(
  { name, weight, called }: Flame,
  all: number,
  before: number,
  depth: number,
  top: number,
  boxes: string[],
): number {
  const [x, wide] = [(before / all) * width, (weight / all) * width];
  if (wide < narrowest || depth >= deepest) return 0;
  const y = top + depth * rowHeight;
  const share = `${((100 * weight) / all).toFixed(1)} %`;
  const room = Math.floor((wide - 6) / letterWidth);
  const label = name.length <= room ? name : room > 4 ? `${name.slice(0, room - 1)}…` : '';
  boxes.push(
    `<g><title>${escaped(name)}, ${share}</title><rect class="${kindOf(name)}" x="${x.toFixed(1)}" y="${y}" width="${wide.toFixed(1)}" height="${rowHeight}"/>${label && `<text x="${(x + 3).toFixed(1)}" y="${y + 12}">${escaped(label)}</text>`}</g>`,
  );
  let [from, rows] = [before, 0];
  for (const one of called.toSorted((a, b) => b.weight - a.weight)) {
    rows = Math.max(rows, draw(one, all, from, depth + 1, top, boxes));
    from += one.weight;
  }
  return rows + 1;
}

/** Of Samband, of a package, or of what runs them. */
function kindOf(name: string): 'ours' | 'others' | 'engine' {
  const [, file = ''] = name.split(' · ');
  if (/^(server|schema|seeds)\//.test(file)) return 'ours';
  return file === '' || file.startsWith('node:') ? 'engine' : 'others';
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
