import { useIntl } from 'react-intl';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';

import { useAsked } from '#client/access/useAsked.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { erasedPath } from '#client/paths.ts';
import { toProblem } from '#client/problem.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { LongField } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import './ErasePerson.css';

export const ErasePerson_person = graphql(`
  fragment ErasePerson_person on Person {
    id
    version
    name
    viewerMay {
      erase
    }
  }
`);

export const ErasePerson_mutation = graphql(`
  mutation ErasePerson($input: ErasePersonInput!) {
    erasePerson(input: $input)
  }
`);

/** Wherever they stood, they stand no longer. */
const context = {
  additionalTypenames: [
    'Person',
    'PersonHit',
    'Affiliation',
    'SearchConnection',
    'PersonConnection',
  ],
};

const goes = ['name', 'contact', 'facts', 'history'] as const;

/** Slette. For those who may: says exactly what goes and what stays, asks why, and leads away from what is no longer there. */
export function ErasePerson({ person }: { person: FragmentOf<typeof ErasePerson_person> }) {
  const { formatMessage } = useIntl();
  const [, navigate] = useLocation();
  const [asked, ask] = useAsked('slett');
  const [, erase] = useMutation(ErasePerson_mutation);
  const { id, version, name, viewerMay } = readFragment(ErasePerson_person, person);
  if (!viewerMay.erase) return null;

  async function submit(values: FormData) {
    const reason = String(values.get('reason'));
    const { error } = await erase({ input: { id, expectedVersion: version, reason } }, context);
    if (error) return toProblem(error);
    navigate(erasedPath, { replace: true, state: { isErased: true } });
    return null;
  }

  return (
    <p>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        data-color="danger"
        onClick={() => ask('ja')}
      >
        {formatMessage({ id: 'erase.ask' })}
      </button>
      {asked && (
        <Dialog title={formatMessage({ id: 'erase.whom' }, { name })} onClose={() => ask(null)}>
          <Form name={`erase ${id}`} submit={submit}>
            <p>{formatMessage({ id: 'erase.what' })}</p>
            <ul className="erase-points">
              {goes.map((what) => (
                <li key={what}>{formatMessage({ id: `erase.goes.${what}` })}</li>
              ))}
            </ul>
            <p>{formatMessage({ id: 'erase.stays' })}</p>
            <p>
              <strong>{formatMessage({ id: 'erase.forEver' })}</strong>
            </p>
            <LongField
              name="reason"
              label={formatMessage({ id: 'form.why' })}
              hint={formatMessage({ id: 'erase.reasonHint' })}
              rows={2}
              most={1000}
              required
            />
            <div className="form-actions">
              <button type="submit" className="ds-button" data-color="danger">
                {formatMessage({ id: 'erase.do' })}
              </button>
              <button
                type="button"
                className="ds-button"
                data-variant="secondary"
                onClick={() => ask(null)}
              >
                {formatMessage({ id: 'form.cancel' })}
              </button>
            </div>
          </Form>
        </Dialog>
      )}
    </p>
  );
}
