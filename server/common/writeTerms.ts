import { getNamedType, type GraphQLField, isObjectType } from 'graphql';

import type { Locale } from '#schema/common/Locale.ts';
import { numbersOf } from './columnValue.ts';
import type { Reading, ReadModel } from './ReadModel.ts';
import { remembered } from './remembered.ts';
import type { Selection } from './Selection.ts';
import { kinds, type WriteRaw } from './writeColumn.ts';
import { writeValue } from './writeValue.ts';

/** Whether rows hang on some term that is selected: on an area its catchment. */
export const hasRowsOnTerms = (model: ReadModel, selection: Selection): boolean =>
  selection
    .responses()
    .some(
      (response) =>
        response.field &&
        (model.reading(selection.type.name, response.field.name)?.kind === 'many' ||
          (isObjectType(getNamedType(response.field.type)) &&
            hasRowsOnTerms(model, selection.under(response)))),
    );

/** Terms are the same for all requests in a language, as long as the vocabulary is: what is written of nothing else is kept. */
export function keptByLanguage(
  told: WriteRaw,
  keeping = (write: (raw: string) => string) => remembered(kinds, write),
): WriteRaw {
  const kept = new WeakMap<object, Map<Locale, (raw: string) => string>>();
  return (raw, context) => {
    const { vocabulary: all, locale } = context;
    let byLocale = kept.get(all);
    if (!byLocale) kept.set(all, (byLocale = new Map<Locale, (raw: string) => string>()));
    let writeIn = byLocale.get(locale);
    if (!writeIn) byLocale.set(locale, (writeIn = keeping((it) => told(it, context))));
    return writeIn(raw);
  };
}

/** How terms are written that a row names by their numbers. */
export function writeTerms(
  model: ReadModel,
  { kind, vocabulary }: Reading & { kind: 'term' | 'terms' },
  { type }: GraphQLField<unknown, unknown>,
  selection: Selection,
): WriteRaw {
  const write = writeValue(type, () => selection);
  const told: WriteRaw = (raw, context) => {
    const term = (number: number) =>
      context.vocabulary.byNumber(vocabulary, number, context.locale);
    if (kind === 'term') return write(term(Number(raw)), context);
    return write(
      numbersOf(raw).flatMap((number) => term(number) ?? []),
      context,
    );
  };
  return hasRowsOnTerms(model, selection) ? told : keptByLanguage(told);
}
