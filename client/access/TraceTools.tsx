import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useLocation } from 'wouter';

import { changesPath, exportsPath, readsPath } from '#client/paths.ts';
import type { TraceFilter, TraceKey } from './traceFilter.ts';
import './traces.css';

/** The three logs, and where one is. */
export function TraceTabs() {
  const { formatMessage } = useIntl();
  const [path] = useLocation();

  return (
    <nav aria-label={formatMessage({ id: 'traces.nav' })} className="trace-tabs">
      {[
        { to: readsPath, name: formatMessage({ id: 'traces.reads' }) },
        { to: exportsPath, name: formatMessage({ id: 'traces.exports' }) },
        { to: changesPath, name: formatMessage({ id: 'traces.changes' }) },
      ].map(({ to, name }) => (
        <Link key={to} href={to} aria-current={path === to ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** What narrows a log: days, and in `children` what the log has of its own. */
export function TraceFilters({
  filter,
  chosen,
  children,
}: {
  filter: TraceFilter;
  /** What was narrowed to by a link in a row. */
  chosen: readonly { readonly key: TraceKey; readonly text: string }[];
  children?: ReactNode;
}) {
  const { formatMessage } = useIntl();

  return (
    <div className="trace-filters">
      <DayField name="fra" label={formatMessage({ id: 'traces.from' })} filter={filter} />
      <DayField name="til" label={formatMessage({ id: 'traces.to' })} filter={filter} />
      {children}
      {chosen.map(({ key, text }) => (
        <Link key={key} href={filter.addressWith(key, null)} className="removable">
          {text}
          <span aria-hidden="true">×</span>
          <span className="ds-sr-only">{formatMessage({ id: 'traces.remove' })}</span>
        </Link>
      ))}
    </div>
  );
}

function DayField({
  name,
  label,
  filter,
}: {
  name: 'fra' | 'til';
  label: string;
  filter: TraceFilter;
}) {
  // A year is typed one digit at a time: the field keeps what is typed until it is left.
  const [typed, setTyped] = useState<string | null>(null);

  return (
    <label>
      <span>{label}</span>
      <input
        type="date"
        className="ds-input"
        value={typed ?? filter.given(name) ?? ''}
        onBlur={() => setTyped(null)}
        onChange={({ target: { value } }) => {
          setTyped(value);
          if (value === '' || value >= '1900') filter.change(name, value);
        }}
      />
    </label>
  );
}

/** Nyere og eldre. The way through a log, the latest first. */
export function TracePages({
  filter,
  pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
}: {
  filter: TraceFilter;
  pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}) {
  const { formatMessage } = useIntl();

  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav aria-label={formatMessage({ id: 'traces.pages' })} className="trace-pages">
      {hasPreviousPage && (
        <Link href={filter.addressWith('for', startCursor)}>
          {formatMessage({ id: 'traces.newer' })}
        </Link>
      )}
      {hasNextPage && (
        <Link href={filter.addressWith('etter', endCursor)}>
          {formatMessage({ id: 'traces.older' })}
        </Link>
      )}
    </nav>
  );
}

/** Why a log shows nothing, and the way back to all of it. */
export function NoTraces({ filter, path }: { filter: TraceFilter; path: string }) {
  const { formatMessage } = useIntl();

  if (!filter.isNarrowed && filter.isFirstPage) {
    return <p className="quiet">{formatMessage({ id: 'traces.none' })}</p>;
  }
  return (
    <p className="quiet">
      {formatMessage({ id: 'traces.noneHere' })}{' '}
      <Link href={path}>{formatMessage({ id: 'traces.showAll' })}</Link>
    </p>
  );
}
