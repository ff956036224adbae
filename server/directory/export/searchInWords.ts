import { FreshnessState } from '#schema/common/FreshnessState.ts';
import { RecordKind } from '#schema/directory/RecordKind.ts';
import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { LanguageLevel } from '#schema/person/LanguageLevel.ts';
import { Willingness } from '#schema/person/Willingness.ts';
import type { Context } from '#server/context.ts';
import type { VocabularyName } from '#server/vocabulary/Vocabulary.ts';
import type { ExportRequest } from './ExportRequest.ts';
import { exportWords } from './exportWords.ts';
import { nameOfEnum } from './nameOfEnum.ts';

/** Søket i ord. What somebody asked for, as the screen says it, one line for each thing. */
export function searchInWords(
  { vocabulary }: Pick<Context, 'vocabulary'>,
  {
    text,
    filter,
    ids,
    records,
    locale,
  }: Pick<ExportRequest, 'text' | 'filter' | 'ids' | 'records' | 'locale'>,
  /** What the health trust of the filter is called. */
  trust: string | null = null,
): string[] {
  const { formatMessage } = exportWords(locale);
  const line = (name: FilterName, values: readonly string[] | '' | null | undefined): string[] =>
    values && values.length
      ? [`${formatMessage({ id: `filter.${name}` })}: ${values.join(', ')}`]
      : [];
  const terms = (of: VocabularyName, codes: readonly string[] | null | undefined) =>
    codes?.map((code) => vocabulary.byCode(of, code, locale)?.name ?? code);

  const typed = text.trim();
  return [
    typed
      ? formatMessage({ id: 'contactSheet.asked' }, { text: typed })
      : formatMessage({ id: 'contactSheet.askedNothing' }),
    ...line(
      'only',
      records.map((it) => formatMessage({ id: `recordKind.${nameOfEnum(RecordKind, it)}` })),
    ),
    ...line('languages', terms('Language', filter?.languages)),
    ...line(
      'languageLevel',
      filter?.languageLevel && [
        formatMessage({ id: `languageLevel.${nameOfEnum(LanguageLevel, filter.languageLevel)}` }),
      ],
    ),
    ...line('areas', terms('Area', filter?.areas)),
    ...line('trust', filter?.trust && [trust ?? filter.trust]),
    ...line(
      'kinds',
      filter?.kinds?.map((it) =>
        formatMessage({ id: `organisationKind.${nameOfEnum(OrganisationKind, it)}` }),
      ),
    ),
    ...line('topics', terms('Topic', filter?.topics)),
    ...line('communities', terms('Community', filter?.communities)),
    ...line(
      'willingness',
      filter?.willingness?.map((it) =>
        formatMessage({ id: `willingness.${nameOfEnum(Willingness, it)}` }),
      ),
    ),
    ...line(
      'freshness',
      filter?.freshness?.map((it) =>
        formatMessage({ id: `freshness.${nameOfEnum(FreshnessState, it)}` }),
      ),
    ),
    ...line('verifiedSince', filter?.verifiedSince && [filter.verifiedSince]),
    ...(filter?.hasPhone ? [formatMessage({ id: 'filter.hasPhone' })] : []),
    ...(ids ? [formatMessage({ id: 'export.chosen' }, { count: ids.length })] : []),
  ];
}

type FilterName =
  | 'only'
  | 'languages'
  | 'languageLevel'
  | 'areas'
  | 'trust'
  | 'kinds'
  | 'topics'
  | 'communities'
  | 'willingness'
  | 'freshness'
  | 'verifiedSince';
