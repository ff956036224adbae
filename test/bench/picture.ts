import type { ReadsMeasured } from './parts/reads.ts';
import { type WayName, wayNames } from './ways/Way.ts';

const titles: Readonly<Record<WayName, string>> = {
  samband: 'Samband',
  raw: 'SQL by hand',
  postgraphile: 'PostGraphile',
};

const width = 720;
const left = 48;
const right = 64;
const barHeight = 12;
const groupHeight = 56;
const head = 56;
const eight = 8;

/** Bilde. Bars for each question: answers a second, as times those of SQL by hand. Reads in light and in dark. */
export function pictureOf({ operations }: ReadsMeasured, caption: string): string {
  const shares = operations.map(({ name, toRaw }) => ({
    name,
    bars: wayNames.map((way) => ({ way, share: toRaw[eight]?.[way] ?? 0 })),
  }));
  const most = Math.max(1, ...shares.flatMap(({ bars }) => bars.map(({ share }) => share)));
  const scale = (width - left - right) / most;
  const height = head + shares.length * groupHeight + 12;
  const one = left + scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
  <title id="title">${caption}</title>
  <style>
    text { font: 13px system-ui, sans-serif; fill: #1e2b3c; }
    .ground { fill: #ffffff; }
    .line { stroke: #8a94a3; stroke-dasharray: 3 3; }
    .samband { fill: #0062ba; }
    .raw { fill: #8a94a3; }
    .postgraphile { fill: #c2600f; }
    .value { font-size: 11px; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6ebf2; }
      .ground { fill: #14181f; }
      .line, .raw { stroke: #6d7787; }
      .raw { fill: #6d7787; stroke: none; }
      .samband { fill: #5ca8ff; }
      .postgraphile { fill: #f2a35e; }
    }
  </style>
  <rect class="ground" width="${width}" height="${height}" rx="6"/>
  <text x="12" y="22">${caption}</text>
${wayNames
  .map((way, place) => {
    const x = left + place * 130;
    return `  <rect class="${way}" x="${x}" y="34" width="10" height="10"/><text class="value" x="${x + 16}" y="43">${titles[way]}</text>`;
  })
  .join('\n')}
  <line class="line" x1="${one.toFixed(1)}" x2="${one.toFixed(1)}" y1="${head}" y2="${height - 8}"/>
${shares.map(({ name, bars }, place) => group(name, bars, head + place * groupHeight, scale)).join('\n')}
</svg>
`;
}

function group(
  name: string,
  bars: readonly { way: WayName; share: number }[],
  top: number,
  scale: number,
): string {
  const drawn = bars.map(({ way, share }, place) => {
    const y = top + 8 + place * (barHeight + 2);
    const length = Math.max(1, share * scale);
    return `  <rect class="${way}" x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}"/><text class="value" x="${(left + length + 6).toFixed(1)}" y="${y + 10}">${share.toFixed(2)} ×</text>`;
  });
  return [`  <text x="12" y="${top + 32}">${name}</text>`, ...drawn].join('\n');
}
