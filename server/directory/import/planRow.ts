import { ImportField } from '#schema/directory/import/ImportField.ts';
import { ImportOutcome } from '#schema/directory/import/ImportOutcome.ts';
import type { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';
import { type Scope, touches } from '#server/access/scope.ts';
import type { FieldChange } from '#server/common/FieldChange.ts';
import { placesOf } from '#server/organisation/organisationRules.ts';
import type { Existing } from './Existing.ts';
import type { MappedColumn } from './fields.ts';
import { type Found, keyOfName } from './findExisting.ts';
import { match } from './match.ts';
import { planFields } from './planFields.ts';
import type { ReadRow } from './readWanted.ts';
import type { SeenBefore, SeenInFile } from './SeenInFile.ts';
import type { Flaw } from './SheetRow.ts';

/** Plan for en rad. What a row would do to the register, or why nothing. */
export interface PlannedRow {
  readonly outcome: ImportOutcome;
  readonly flaws: readonly Flaw[];
  readonly fields: readonly FieldChange[];
  /** The organisation that it is about, and the version that was seen; a new one has neither. */
  readonly organisationId: string | null;
  readonly seenVersion: number | null;
  /** What the row is about, in a word. */
  readonly title: string | null;
  readonly number: string | null;
  readonly nameKey: string | null;
  /** Organisations that it may be about. */
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly seat: number | null;
  }[];
}

/** How rows are planned, all of a file alike. */
export interface PlanningSettings {
  readonly scope: Scope;
  readonly kind: OrganisationKind;
  readonly source: string;
  readonly columns: readonly MappedColumn[];
  /** The rows of the file that were planned before. */
  readonly seen: Pick<SeenInFile, 'before' | 'elsewhere'>;
  readonly newId?: () => string;
}

/** Planlegger en rad: matches it, compares, and looks at whose it is. */
export function planRow(
  { wanted, flaws: read, isRefused }: ReadRow,
  { decision, isExcluded }: { readonly decision: string | null; readonly isExcluded: boolean },
  found: Found,
  settings: PlanningSettings,
): PlannedRow {
  const flaws: Flaw[] = [...read];
  const about = {
    title: wanted.name?.value ?? wanted.number?.value ?? null,
    number: wanted.number?.value ?? null,
    nameKey: keyInPlace(wanted),
    organisationId: null,
    seenVersion: null,
    candidates: [],
    fields: [],
  };
  const refused = (flaw?: Flaw, more: Partial<PlannedRow> = {}): PlannedRow => ({
    ...about,
    ...more,
    flaws: flaw ? [...flaws, flaw] : flaws,
    outcome: ImportOutcome.REFUSED,
  });
  if (isExcluded) return { ...about, flaws, outcome: ImportOutcome.EXCLUDED };
  if (isRefused) return refused();

  const { existing, reason, candidates } = match(wanted, found, decision);
  if (reason) {
    return refused({ column: null, reason }, { candidates: candidates.map(shown) });
  }
  if (existing && existing.archivedOn !== null) {
    return refused({ column: null, reason: 'ARCHIVED' }, { candidates: [shown(existing)] });
  }
  if (!existing && !wanted.name) return refused({ column: null, reason: 'NAME_MISSING' });
  const before = settings.seen.before(about);
  if (before) return refused(twice(before, settings.columns));
  const elsewhere = existing || decision === 'new' ? null : settings.seen.elsewhere(about);
  if (elsewhere !== null) {
    flaws.push({
      column: placeOf(ImportField.NAME, settings.columns),
      reason: 'SAME_NAME_IN_FILE',
      line: elsewhere,
    });
  }

  const parent = wanted.parent ? found.byNumber.get(wanted.parent.value) : null;
  if (wanted.parent && !parent) return refused({ column: null, reason: 'UNKNOWN_PARENT' });
  if (parent && parent.id === existing?.id) return refused({ column: null, reason: 'OWN_PARENT' });

  const fields = planFields(wanted, existing, {
    kind: settings.kind,
    parent: parent?.id ?? null,
    source: settings.source,
    newId: settings.newId ?? (() => crypto.randomUUID()),
  });
  const isTheirs = [existing, after(existing, fields)].every(
    (it) => it === null || touches(settings.scope, placesOf(it)),
  );
  if (!isTheirs) return refused({ column: null, reason: 'OUTSIDE_SCOPE' });
  if (!existing) return { ...about, fields, flaws, outcome: ImportOutcome.ADDED };
  return {
    ...about,
    title: existing.name,
    fields,
    flaws,
    organisationId: existing.id,
    seenVersion: existing.version,
    outcome: fields.length ? ImportOutcome.CHANGED : ImportOutcome.LEFT,
  };
}

/** Which cell says what another line says. */
function twice({ line, by }: SeenBefore, columns: readonly MappedColumn[]): Flaw {
  const [field, reason] =
    by === 'number'
      ? [ImportField.NUMBER, 'NUMBER_TWICE_IN_FILE']
      : [ImportField.NAME, 'TWICE_IN_FILE'];
  return { column: placeOf(field, columns), reason, line };
}

const placeOf = (field: ImportField, columns: readonly MappedColumn[]): number =>
  columns.findIndex((it) => it.field === field);

/** Where the organisation would belong. */
function after(
  existing: Existing | null,
  fields: readonly FieldChange[],
): { servedAreas: readonly number[]; seat: number | null } {
  const of = (field: string) => fields.find((it) => it.field === field && it.part === undefined);
  const servedAreas = of('servedAreas');
  const seat = of('seat');
  return {
    servedAreas: servedAreas ? (servedAreas.after as number[]) : (existing?.servedAreas ?? []),
    seat: seat ? (seat.after as number) : (existing?.seat ?? null),
  };
}

/** The name and the place, by which two rows without numbers are alike. */
function keyInPlace({ name, seat, servedAreas }: ReadRow['wanted']): string | null {
  if (!name) return null;
  return `${keyOfName(name.value)} ${seat?.value ?? servedAreas?.value.toSorted((a, b) => a - b).join() ?? ''}`;
}

const shown = ({ id, name, seat }: Existing) => ({ id, name, seat });
