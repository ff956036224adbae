import type { SearchedWay } from './bySides.ts';
import { nameOf, short, table } from './markdown.ts';
import type { DuplicatesMeasured } from './parts/duplicates.ts';
import type { SearchMeasured } from './parts/search.ts';

/** Misspelt names, beside trigrams. */
export function searchSection(
  { names, samband, trigram, alike, strictnesses, filtered }: SearchMeasured,
  size: string,
): string {
  const figures = ({ p50, work, recall }: Pick<SearchedWay, 'p50' | 'work' | 'recall'>) => [
    `${short(p50)} ms`,
    work === null ? '' : `${short(work)} ms`,
    recall.at10.toFixed(3),
    recall.at50.toFixed(3),
  ];
  const recall = Object.entries(samband.byMistake).map(([mistake, { at10, at50 }]) => {
    const theirs = trigram.byMistake[mistake]!;
    return [mistake, ...[at10, at50, theirs.at10, theirs.at50].map((it) => it.toFixed(2))];
  });
  return [
    `## Search over ${nameOf(size)}`,
    table(
      ['', 'p50', 'of processor', 'recall@10', 'recall@50', 'Samband is as fast'],
      [
        ['**Samband**', ...figures(samband), ''],
        ...strictnesses.map((one) => [
          `trigrams, at least ${one.alike} alike${one.alike === alike ? ' (compared)' : ''}`,
          ...figures(one),
          `${short(one.ratio)} ×`,
        ]),
        ['**Samband**, with a language and a county', ...figures(filtered.samband), ''],
        [
          `trigrams, at least ${alike} alike, with the same`,
          ...figures(filtered.trigram),
          `${short(filtered.trigram.ratio)} ×`,
        ],
      ],
    ),
    table(['recall by mistake', '@10', '@50', 'trigrams’ @10', 'trigrams’ @50'], recall),
    `${names} names of organisations in the register, each with a mistake made by rule; found is a name that is the same when folded. Both are asked over HTTP, one question after the other, for each misspelling once: how long it took and what was found are of the same answer, and neither has heard it before. Of processor is what server and database took for a name, on average. Trigrams are \`<%\` of \`pg_trgm\` over the same folded names with a GIN index of their own, the likest first. The looser they are, the more they find and the longer it takes; compared are the strictest of these that find as many among the first fifty as Samband${trigram.recall.at50 < samband.recall.at50 ? ', or, as here, the loosest, which find fewer' : ''}, and so are the mistakes beside them. One name more or less may decide which that is: the others are told, too.`,
  ].join('\n\n');
}

/** Names that are there already, beside trigrams. */
export function duplicatesSection(
  { names, samband, trigram, ratio }: DuplicatesMeasured,
  size: string,
): string {
  const times = ({ p50, p95 }: SearchedWay) => [`${short(p50)} ms`, `${short(p95)} ms`];
  const recall = Object.entries(samband.byMistake).map(([mistake, { at5 }]) => [
    mistake,
    at5.toFixed(2),
    trigram.byMistake[mistake]!.at5.toFixed(2),
  ]);
  return [
    `## Possible duplicates among ${nameOf(size)}`,
    table(
      ['', 'p50', 'p95', 'recall@5'],
      [
        ['Samband', ...times(samband), samband.recall.at5.toFixed(3)],
        ['trigrams', ...times(trigram), trigram.recall.at5.toFixed(3)],
      ],
    ),
    table(['recall by mistake', '@5', 'trigrams’ @5'], recall),
    `${names} names that are in the register, as they are and with a mistake made by rule, each as somebody would enter it anew: \`possibleDuplicates\` as the form asks it, by an editor, over HTTP, one question after the other; ${short(ratio)} × as fast as trigrams. Those are \`%\` of \`pg_trgm\` over the same folded names with a GIN index of their own, at a threshold of 0.4, the five likest; Samband also looks at other names and other scripts, weighs what it found, says why, and knows who asks.`,
  ].join('\n\n');
}
