import { type ReactNode, useMemo, useRef, useState } from 'react';

import { useMay } from '#client/access/viewer.ts';
import { type DirectoryQuery, writeQuery } from '#client/directory/directoryQuery.ts';
import { useLater } from '#client/ui/useLater.ts';
import { useBar } from './useBar.ts';
import { type Choosing, ChoosingContext, countOf, nobody, withChosen } from './Selection.ts';

const bar = async () => (await import('./BulkBar.tsx')).BulkBar;

/** Valg i trefflisten, for those who may change many at once. What was chosen is of one question: another one begins anew. */
export function BulkSelection({
  query,
  total,
  isCapped,
  children,
}: {
  query: DirectoryQuery;
  /** How many hits there are, or are counted. */
  total: number;
  isCapped: boolean;
  children: ReactNode;
}) {
  const may = useMay('register.write');
  const asked = writeQuery({ ...query, view: 'list' });
  const [choice, setChoice] = useState({ asked, chosen: nobody });
  const chosen = choice.asked === asked ? choice.chosen : nobody;
  const last = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const setChosen = (next: typeof chosen) => setChoice({ asked, chosen: next });

  const choosing = useMemo<Choosing | null>(
    () =>
      may
        ? {
            chosen,
            choose(id, isOn, isRange) {
              const from = isRange ? last.current : null;
              last.current = id;
              setChoice({
                asked,
                chosen: withChosen(chosen, between(list.current, from, id), isOn),
              });
            },
          }
        : null,
    [may, chosen, asked],
  );
  const count = countOf(chosen, total);
  const shown = useBar(count > 0 ? { query, chosen, count, total, isCapped, setChosen } : null);
  const element = useLater(bar, may && count > 0);

  return (
    <ChoosingContext value={choosing}>
      <div ref={list}>{children}</div>
      {shown(element)}
    </ChoosingContext>
  );
}

/** The hits from one to another, in the order in which they stand; only the other where the one is not among them. */
function between(list: HTMLElement | null, from: string | null, to: string): string[] {
  const hits = [...(list?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])].map(
    ({ dataset }) => dataset['hit'] as string,
  );
  const [one, other] = [hits.indexOf(from ?? ''), hits.indexOf(to)];
  if (one < 0 || other < 0) return [to];
  return hits.slice(Math.min(one, other), Math.max(one, other) + 1);
}
