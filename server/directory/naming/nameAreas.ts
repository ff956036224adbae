import { TermKind } from '#schema/directory/TermKind.ts';
import type { Meaning } from '#server/directory/Meaning.ts';
import type { AreaRow } from '#server/vocabulary/Vocabulary.ts';
import type { Names } from './Names.ts';
import { folded } from './phrases.ts';
import { termMeaning, writtenNames } from './termMeaning.ts';

/** Places are called by these too: Bydel Grorud, Grorud bydel, Drammen kommune. */
const AREA_BEFORE: Readonly<Record<string, readonly string[]>> = {
  city_district: ['bydel', 'bydelen'],
};
const AREA_AFTER: Readonly<Record<string, readonly string[]>> = {
  city_district: ['bydel'],
  municipality: ['kommune', 'municipality'],
  county: ['fylke', 'fylkeskommune', 'county'],
  country: [],
};

/** Steder. «Grorud» is also Bydel Grorud. */
export function nameAreas(names: Names, areas: readonly AreaRow[]): void {
  for (const area of areas) {
    const meaning: Meaning = { ...termMeaning(TermKind.AREA, area), area };
    // Oslo the county is Oslo the municipality; who says Oslo means the latter, which finds the county's too.
    const isSameAsItsOnly = area.children.length === 1 && area.children[0]?.nameNb === area.nameNb;
    const official = area.officialName.split(/ - |\//);
    for (const written of new Set([...writtenNames(area), ...official])) {
      const name = written.replace(/\(.*\)/, '');
      const base = folded(name);
      const others = [folded(written), base.replace(/^st /, 'sankt ')];
      if (!isSameAsItsOnly)
        for (const form of new Set([base, ...others])) names.add(form, meaning, 'whole');
      for (const word of AREA_BEFORE[area.kind] ?? [])
        names.addForm(`${folded(word)} ${base}`, meaning, 'whole');
      for (const word of AREA_AFTER[area.kind] ?? [])
        names.addForm(`${base} ${folded(word)}`, meaning, 'whole');
    }
    if (area.parent === null) {
      for (const word of [
        'hele landet',
        'heile landet',
        'landsdekkende',
        'landsdekkande',
        'nationwide',
      ]) {
        names.addForm(folded(word), meaning, 'whole');
      }
    }
  }
}
