import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMutation, useQuery } from 'urql';

import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { graphql, readFragment } from '#client/graphql.ts';
import { useInSentence } from '#client/language/useInSentence.ts';
import { toProblem } from '#client/problem.ts';
import { daysAfter, todayInNorway } from '#client/ui/days.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Choice, Field } from '#client/ui/Field.tsx';
import { Form } from '#client/ui/Form.tsx';
import { Loaded } from '#client/ui/Loaded.tsx';
import { Picker } from '#client/ui/Picker.tsx';
import {
  type Affiliated,
  Affiliated_query,
  affiliated_affiliation,
  affiliatedContext,
} from './affiliated.ts';
import { AffiliatedNewPerson, typedNewPerson } from './AffiliatedNewPerson.tsx';
import { useFindPeople } from './useFindRecords.ts';

export const HandOverRole_mutation = graphql(`
  mutation HandOverRole($input: HandOverRoleInput!) {
    handOverRole(input: $input) {
      ended {
        id
        version
        history(first: 1) {
          nodes {
            id
            currentVersion
          }
        }
      }
    }
  }
`);

const newPerson = 'successor.newPerson.';

/**
 * Ikke leder lenger. One gesture: the last day, and who is it now: somebody here, somebody else, somebody new, or nobody knows. Says before
 * it is done where nobody is left to turn to.
 */
export function AffiliatedHandOver({
  affiliation: it,
  onClose,
}: {
  affiliation: Affiliated;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const inSentence = useInSentence();
  const variables = { id: it.organisation.id };
  const [result] = useQuery({ query: Affiliated_query, variables });
  const role = inSentence(it.title ?? formatMessage({ id: `affiliationRole.${it.role}` }));

  return (
    <Dialog
      title={formatMessage({ id: 'affiliated.noLongerWho' }, { role, name: it.person.name })}
      onClose={onClose}
    >
      <Loaded result={result}>
        {({ organisation }) => {
          const others = (organisation?.affiliations.nodes ?? []).map((node) =>
            readFragment(affiliated_affiliation, node),
          );
          return <HandOverForm affiliation={it} role={role} others={others} onClose={onClose} />;
        }}
      </Loaded>
    </Dialog>
  );
}

function HandOverForm({
  affiliation: it,
  role,
  others,
  onClose,
}: {
  affiliation: Affiliated;
  role: string;
  others: readonly Affiliated[];
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const offerUndo = useOfferUndoOf();
  const findPeople = useFindPeople();
  const [, handOver] = useMutation(HandOverRole_mutation);
  const [key] = useState(() => crypto.randomUUID());
  const [who, setWho] = useState('');
  const [today, yesterday] = [todayInNorway(), daysAfter(todayInNorway(), -1)];
  const here = peopleHere(others, it, today);
  const isSomebody = who !== '' && who !== 'nobody';

  function successorIn(values: FormData) {
    const since = String(values.get('successor.since')) || null;
    if (who === 'nobody') return null;
    if (who === 'new') return { newPerson: typedNewPerson(values, newPerson), since };
    const found = who === 'register' ? String(values.get('successor.personId') ?? '') : who;
    return { personId: found, since };
  }

  async function submit(values: FormData) {
    const successor = successorIn(values);
    if (successor && 'personId' in successor && !successor.personId) {
      return { code: 'INVALID_INPUT', fields: { 'successor.personId': 'REQUIRED' } };
    }
    const input = {
      idempotencyKey: String(values.get('idempotencyKey')),
      affiliationId: it.id,
      expectedVersion: it.version,
      until: String(values.get('until')),
      successor,
      reason: String(values.get('reason')) || null,
    };
    const { data, error } = await handOver({ input }, affiliatedContext);
    if (error) return toProblem(error);
    const text = formatMessage({ id: 'affiliated.isOver' }, { name: it.person.name, role });
    offerUndo(text, data?.handOverRole.ended.history.nodes[0]);
    onClose();
    return null;
  }

  return (
    <Form name={`handOver ${it.id}`} submit={submit}>
      <input type="hidden" name="idempotencyKey" defaultValue={key} />
      <Field
        name="until"
        label={formatMessage({ id: 'affiliated.lastDay' })}
        hint={formatMessage({ id: 'affiliated.lastDayHint' })}
        type="date"
        defaultValue={it.since > yesterday ? it.since : yesterday}
        required
      />
      {it.leavesWithoutContact && !isSomebody && (
        <p role="status" className="ds-alert" data-color="warning">
          {formatMessage(
            { id: 'affiliated.leavesNobody' },
            { organisation: <bdi key="organisation">{it.organisation.name}</bdi> },
          )}
        </p>
      )}
      <Choice
        name="who"
        label={formatMessage({ id: 'affiliated.whoNow' }, { role })}
        defaultValue=""
        onChange={(event) => setWho(event.target.value)}
        required
      >
        <option value="">{formatMessage({ id: 'person.choose' })}</option>
        {here.length > 0 && (
          <optgroup label={it.organisation.name}>
            {here.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={formatMessage({ id: 'affiliated.others' })}>
          <option value="register">{formatMessage({ id: 'affiliated.fromRegister' })}</option>
          <option value="new">{formatMessage({ id: 'affiliated.newPerson' })}</option>
          <option value="nobody">{formatMessage({ id: 'affiliated.nobodyYet' })}</option>
        </optgroup>
      </Choice>
      <div hidden={who !== 'register'}>
        <Picker
          name="successor.personId"
          label={formatMessage({ id: 'affiliated.findPerson' })}
          from={findPeople}
          isSingle
        />
      </div>
      <div hidden={who !== 'new'} className="form">
        <AffiliatedNewPerson prefix={newPerson} />
      </div>
      <div hidden={!isSomebody}>
        <Field
          name="successor.since"
          label={formatMessage({ id: 'affiliated.successorSince' })}
          hint={formatMessage({ id: 'affiliated.successorSinceHint' })}
          type="date"
        />
      </div>
      <Field
        name="reason"
        label={formatMessage({ id: 'form.whyOptional' })}
        hint={formatMessage({ id: 'staff.reasonHint' })}
        maxLength={500}
      />
      <div className="form-actions">
        <button type="submit" className="ds-button">
          {formatMessage({ id: 'person.save' })}
        </button>
        <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
          {formatMessage({ id: 'form.cancel' })}
        </button>
      </div>
    </Form>
  );
}

/** Those who are something there today, each once, but for the one who no longer is. */
function peopleHere(others: readonly Affiliated[], it: Affiliated, today: string) {
  const current = others.filter(
    ({ since, until, person }) =>
      since <= today && (until === null || until >= today) && person.id !== it.person.id,
  );
  return [...new Map(current.map(({ person }) => [person.id, person])).values()];
}
