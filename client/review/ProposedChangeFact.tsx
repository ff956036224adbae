import { useIntl } from 'react-intl';

import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import type { MessageId } from '#client/language/languages.ts';

export const ProposedChangeFact_change = graphql(`
  fragment ProposedChangeFact_change on ProposedChange {
    field
    channel
    before
    after
    kept
    isOvertaken
  }
`);

/** What a field of a proposal is called: a number or an address by its channel. */
export function useFieldName() {
  const { formatMessage } = useIntl();
  return ({ field, channel }: { readonly field: string; readonly channel: string | null }) =>
    channel && field === 'contactPoints.value'
      ? formatMessage({ id: `contactChannel.${channel}` as MessageId })
      : formatMessage({ id: `change.field.${field}` as MessageId });
}

/** Et felt i et forslag. What goes, what comes, and of a list what is then left: whoever takes a language away leaves something or nothing. */
export function ProposedChangeFact({
  change,
}: {
  change: FragmentOf<typeof ProposedChangeFact_change>;
}) {
  const { formatMessage } = useIntl();
  const it = readFragment(ProposedChangeFact_change, change);
  const nameOf = useFieldName();
  const told = (value: string) =>
    it.field === 'kind'
      ? formatMessage({ id: `organisationKind.${value.toUpperCase()}` as MessageId })
      : value;
  const isEmptied = it.kept === '' && it.after === null;

  return (
    <div>
      <dt>{nameOf(it)}</dt>
      <dd>
        {it.before !== null && (
          <del>
            <span className="ds-sr-only">{formatMessage({ id: 'changeProposal.goes' })} </span>
            <bdi>{told(it.before)}</bdi>
          </del>
        )}{' '}
        {it.after !== null && (
          <ins>
            <span className="ds-sr-only">{formatMessage({ id: 'changeProposal.comes' })} </span>
            <bdi>{told(it.after)}</bdi>
          </ins>
        )}
        {it.kept && (
          <span className="change-proposal-kept">
            {formatMessage({ id: 'changeProposal.stays' })} <bdi>{it.kept}</bdi>
          </span>
        )}
        {isEmptied && (
          <span className="change-proposal-kept">
            {formatMessage({ id: 'changeProposal.noneLeft' })}
          </span>
        )}
        {it.isOvertaken && (
          <span className="change-proposal-overtaken">
            {formatMessage({ id: 'changeProposal.overtaken' })}
          </span>
        )}
      </dd>
    </div>
  );
}
