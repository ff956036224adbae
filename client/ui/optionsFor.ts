import { folded } from './folded.ts';
import type { Option } from './Picker.tsx';

/** So many are drawn; whoever seeks another types one letter more. */
const MOST = 40;

/** Valg som passer. Those of which a word begins with each word that was typed; first those that begin with it themselves. */
export function optionsFor(options: readonly Option[], typed: string): readonly Option[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return options.slice(0, MOST);
  const [first = ''] = words;
  const fitting = options.flatMap((option) => {
    const label = folded(`${option.label} ${option.note ?? ''}`);
    const parts = label.split(/[\s,/()–-]+/);
    const fits = words.every((word) => parts.some((part) => part.startsWith(word)));
    return fits ? [{ option, isFirst: label.startsWith(first) }] : [];
  });
  return fitting
    .toSorted((one, other) => Number(other.isFirst) - Number(one.isFirst))
    .slice(0, MOST)
    .map(({ option }) => option);
}
