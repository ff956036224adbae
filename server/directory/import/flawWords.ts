import type { Locale } from '#schema/common/Locale.ts';
import en from '#schema/language/en.json' with { type: 'json' };
import nb from '#schema/language/nb.json' with { type: 'json' };
import nn from '#schema/language/nn.json' with { type: 'json' };
import type { Flaw } from './SheetRow.ts';

const messages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { nb, nn, en };

/** Merknad i ord. What is wrong with a row or a cell, as the screens say it, with what may be meant. */
export function flawWords({ reason, suggestions, line }: Flaw, locale: Locale): string {
  const said = messages[locale];
  const words = (said[`import.flaw.${reason}`] ?? reason).replaceAll('{line}', String(line ?? ''));
  if (!suggestions?.length) return words;
  const meant = said['import.meant']?.replaceAll('{suggestions}', suggestions.join(' / ')) ?? '';
  return `${words} ${meant}`;
}

export const saidIn = (locale: Locale, id: string): string => messages[locale][id] ?? id;
