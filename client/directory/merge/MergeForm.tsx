import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';

import { useDecision } from '#client/directory/duplicate/useDecision.ts';
import { contactText } from '#client/organisation/contactText.ts';
import type { ContactChannel } from '#client/organisation/contactOrder.ts';
import { duplicatesPath, organisationPath, personPath } from '#client/paths.ts';
import { ProblemNote } from '#client/ui/ProblemNote.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MergeMoves } from './MergeMoves.tsx';
import { MergePreview_query } from './mergeSides.ts';
import type { MergedField, Side } from './Side.ts';
import { toldApart } from './toldApart.ts';

/** Which of the two is better known: by its number, else by its latest verification. */
const likelySurvivor = (one: Side, other: Side): string => {
  const numbered = [one, other].filter(({ fields }) => fields.NUMBER);
  const [only] = numbered;
  if (numbered.length === 1 && only) return only.id;
  return (other.verifiedOn ?? '') > (one.verifiedOn ?? '') ? other.id : one.id;
};

const order: readonly MergedField[] = [
  'NAME',
  'KIND',
  'NUMBER',
  'SEAT',
  'PARENT',
  'MEMBERSHIP',
  'OPENED_ON',
  'CLOSED_ON',
];

/** Velg hva som vinner. The survivor, each field that differs, what either has, and then what will move, exactly. */
export function MergeForm({
  kind,
  ...sides
}: {
  kind: 'ORGANISATION' | 'PERSON';
  one: Side;
  other: Side;
}) {
  const { formatMessage, formatList } = useIntl();
  const [one, other] = toldApart(sides.one, sides.other, formatMessage);
  const [, navigate] = useLocation();
  const group = useId();
  const [survivorId, setSurvivorId] = useState(() => likelySurvivor(one, other));
  const [chosen, setChosen] = useState<Partial<Record<MergedField, string>>>({});
  const [isAsking, setAsking] = useState(false);
  const { decide, problem, isDeciding } = useDecision();
  const [survivor, loser] = survivorId === one.id ? [one, other] : [other, one];
  const path = kind === 'PERSON' ? personPath : organisationPath;
  const [preview] = useQuery({
    query: MergePreview_query,
    variables: { kind, survivor: survivor.id, loser: loser.id },
    requestPolicy: 'network-only',
  });

  const isUsed = (field: MergedField) => one.fields[field] ?? other.fields[field];
  const differs = (field: MergedField) =>
    isUsed(field) !== undefined && one.fields[field] !== other.fields[field];
  /** From whom a field is taken: as chosen, else of the survivor where it has one; only an open organisation is never closed by the way. */
  const fromOf = (field: MergedField): string => {
    const said = chosen[field];
    if (said) return said;
    if (survivor.fields[field] !== undefined || field === 'CLOSED_ON') return survivor.id;
    return loser.id;
  };
  const taken = order.filter((field) => differs(field) && fromOf(field) === loser.id);

  return (
    <div className="merge">
      <fieldset className="merge-field">
        <legend>{formatMessage({ id: 'merge.survivor' })}</legend>
        <p className="quiet">{formatMessage({ id: 'merge.survivorHint' })}</p>
        <div className="merge-sides">
          {[one, other].map((side) => (
            <label key={side.id} className="merge-choice">
              <input
                type="radio"
                className="ds-input"
                name={`${group}-survivor`}
                checked={survivor.id === side.id}
                onChange={() => setSurvivorId(side.id)}
              />
              <span>
                <bdi>
                  <strong>{side.name}</strong>
                </bdi>
                <Contacts side={side} />
              </span>
            </label>
          ))}
        </div>
        <p className="merge-links">
          {[one, other].map(({ id, name }) => (
            <Link key={id} href={path(id)}>
              {formatMessage({ id: 'merge.see' }, { name })}
            </Link>
          ))}
        </p>
      </fieldset>

      <h2>{formatMessage({ id: 'merge.fields' })}</h2>
      {order.filter(isUsed).map((field) =>
        differs(field) ? (
          <fieldset key={field} className="merge-field">
            <legend>{formatMessage({ id: `merge.field.${field}` })}</legend>
            <div className="merge-sides">
              {[one, other].map((side) => (
                <label key={side.id} className="merge-choice">
                  <input
                    type="radio"
                    className="ds-input"
                    name={`${group}-${field}`}
                    checked={fromOf(field) === side.id}
                    // What only one of them has is not thrown away.
                    disabled={side.fields[field] === undefined && field !== 'CLOSED_ON'}
                    onChange={() => setChosen((now) => ({ ...now, [field]: side.id }))}
                  />
                  <span>
                    {side.fields[field] === undefined ? (
                      <i className="quiet">{formatMessage({ id: 'change.nothing' })}</i>
                    ) : (
                      <bdi>{side.fields[field]}</bdi>
                    )}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ) : (
          <p key={field} className="merge-same">
            <span>{formatMessage({ id: `merge.field.${field}` })}</span>{' '}
            <bdi>{one.fields[field]}</bdi>{' '}
            <span className="quiet">{formatMessage({ id: 'merge.sameInBoth' })}</span>
          </p>
        ),
      )}

      <h2>{formatMessage({ id: 'merge.united' })}</h2>
      <dl className="merge-lists">
        {survivor.lists.map(([label, values], at) => {
          const all = [...new Set([...values, ...(loser.lists[at]?.[1] ?? [])])];
          return (
            all.length > 0 && (
              <div key={label}>
                <dt>{formatMessage({ id: label })}</dt>
                <dd>{formatList(all, { type: 'unit' })}</dd>
              </div>
            )
          );
        })}
      </dl>

      <h2>{formatMessage({ id: 'merge.moves' })}</h2>
      <Loaded result={preview}>
        {({ mergePreview }) => (
          <>
            <MergeMoves kind={kind} preview={mergePreview} survivor={survivor} loser={loser} />
            {problem && <ProblemNote problem={problem} />}
            <div className="form-actions">
              {!mergePreview.refusal && (
                <button type="button" className="ds-button" onClick={() => setAsking(true)}>
                  {formatMessage({ id: 'merge.ask' })}
                </button>
              )}
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                disabled={isDeciding}
                onClick={() =>
                  void decide('dismiss', {
                    kind,
                    oneId: one.id,
                    otherId: other.id,
                    names: { one: one.name, other: other.name },
                  }).then((isDone) => isDone && navigate(duplicatesPath))
                }
              >
                {formatMessage({ id: 'duplicate.dismiss' })}
              </button>
            </div>
            {isAsking && (
              <MergeDialog
                kind={kind}
                survivor={survivor}
                loser={loser}
                taken={taken}
                preview={mergePreview}
                onClose={() => setAsking(false)}
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Contacts({ side: { contacts } }: { side: Side }) {
  if (!contacts.length) return null;
  return (
    <span className="quiet merge-contacts">
      {contacts.slice(0, 3).map(({ channel, value }) => (
        <bdi key={`${channel} ${value}`}>{contactText(channel as ContactChannel, value)}</bdi>
      ))}
    </span>
  );
}
