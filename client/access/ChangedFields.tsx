import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import './traces.css';
import { unsaidFields } from './unsaidFields.ts';
import { useChangeWords } from './useChangeWords.ts';

export const ChangedFields_field = graphql(`
  fragment ChangedFields_field on ChangedField {
    field
    part
    before
    after
    isSealed
  }
`);

/** Endrede felt. Each field: what stood there, and what stands there since. */
export function ChangedFields({
  fields,
  verb,
  isNew = false,
}: {
  /** By which use case. */
  verb: string;
  fields: readonly FragmentOf<typeof ChangedFields_field>[];
  /** Nothing stood there before, which goes without saying. */
  isNew?: boolean;
}) {
  const { formatMessage } = useIntl();
  const words = useChangeWords();
  const all = readFragment(ChangedFields_field, fields);

  if (!all.length) {
    const id = verb === 'erasePerson' ? 'change.erased' : 'change.nothingForYou';
    return <p className="quiet">{formatMessage({ id })}</p>;
  }
  // That a row came or went is told by what is in it.
  const said = all.filter(({ field }) => !unsaidFields.has(field) && !/(^|\.)id$/.test(field));
  if (!said.length) return null;
  return (
    <dl className="changed-fields">
      {said.map(({ field, part, before, after, isSealed }) => (
        <div key={`${part} ${field}`}>
          <dt>{words.field(field)}</dt>
          <dd>
            {isSealed ? (
              <span className="quiet">{formatMessage({ id: 'change.sealed' })}</span>
            ) : isNew ? (
              <ChangedValue value={words.value(field, after)} />
            ) : (
              <>
                <span className="ds-sr-only">{formatMessage({ id: 'change.from' })} </span>
                <ChangedValue value={words.value(field, before)} />
                <span aria-hidden="true"> → </span>
                <span className="ds-sr-only"> {formatMessage({ id: 'change.to' })} </span>
                <ChangedValue value={words.value(field, after)} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ChangedValue({ value }: { value: string | null }) {
  const { formatMessage } = useIntl();
  if (value === null) return <i className="quiet">{formatMessage({ id: 'change.nothing' })}</i>;
  return <bdi>{value}</bdi>;
}
