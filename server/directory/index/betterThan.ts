import type { Compiler } from './Compiler.ts';
import type { Node } from './Node.ts';
import type { Level } from './order.ts';

/**
 * Bedre enn. What every entry of a better rank fulfils, and few others: of each question of the order an earlier case, where those before
 * were answered no worse. Nothing, where there is no better rank.
 */
export function betterThan(compiler: Compiler, levels: readonly Level[], rank: number): Node {
  const better: Node[] = [];
  const asGood: Node[] = [];
  let left = rank;
  for (const { cases, step } of levels) {
    const place = Math.min(Math.floor(left / step), cases.length);
    left -= place * step;
    if (place) better.push(compiler.and([...asGood, compiler.or(cases.slice(0, place))]));
    if (place < cases.length) asGood.push(compiler.or(cases.slice(0, place + 1)));
  }
  return compiler.or(better);
}
