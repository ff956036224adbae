import { useCallback, useRef, useState } from 'react';

import { keptEvent, type KeptFields } from './keptForms.ts';

/** A row of fields in a form, by which React knows it wherever it is moved to. */
export interface Row {
  readonly key: string;
  /** What stands in its fields to begin with. */
  readonly values: Readonly<Record<string, string>>;
}

/** The rows of a list in a form, in order: its fields are called `list.0.field`. */
export function rowsIn(
  fields: Iterable<readonly [string, FormDataEntryValue]>,
  list: string,
): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of fields) {
    const [of, at, field] = name.split('.');
    if (of !== list || !field || typeof value !== 'string') continue;
    const row = rows[Number(at)] ?? {};
    rows[Number(at)] = { ...row, [field]: value };
  }
  return rows.filter(Boolean);
}

const rowOf = (values: Row['values']): Row => ({ key: crypto.randomUUID(), values });

/**
 * Rader i et skjema. A list whose rows come, go and change places; what was kept of the form puts them back. `listen` is for the element that
 * holds them, which is marked `data-kept-field`.
 */
export function useRows(list: string, first: readonly Row['values'][]) {
  const [rows, setRows] = useState<readonly Row[]>(() => first.map(rowOf));
  const whole = useRef<HTMLElement>(null);

  const listen = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      whole.current = element;
      const takeBack = ({ detail }: CustomEvent<KeptFields>) =>
        setRows(rowsIn(detail, list).map(rowOf));
      element.addEventListener(keptEvent, takeBack as EventListener);
      return () => element.removeEventListener(keptEvent, takeBack as EventListener);
    },
    [list],
  );

  function change(next: readonly Row[]) {
    setRows(next);
    // Nobody has typed, and the form is another.
    whole.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  return {
    rows,
    listen,
    add: (values: Row['values'] = {}) => change([...rows, rowOf(values)]),
    remove: (row: Row) => change(rows.filter((it) => it !== row)),
    move: (row: Row, by: -1 | 1) => {
      const at = rows.indexOf(row);
      const other = rows[at + by];
      if (!other) return;
      change(rows.map((it) => (it === row ? other : it === other ? row : it)));
    },
  };
}
