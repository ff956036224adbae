import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useClient, useMutation } from 'urql';

import { maskShown } from '#client/access/shown.ts';
import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ConflictFields, isMine } from '#client/ui/ConflictFields.tsx';
import { Form } from '#client/ui/Form.tsx';
import { FormFoot } from '#client/ui/FormFoot.tsx';
import {
  EditPerson_mutation,
  type FactName,
  type Facts,
  factsOf,
  isSameFact,
  personFacts_person,
  type TypedFacts,
  typedFacts,
} from './personFacts.ts';
import { PersonFields } from './PersonFields.tsx';
import { useFactWords } from './useFactWords.ts';

export const PersonToEdit_query = graphql(
  `
    query PersonToEdit($id: ID!) {
      person(id: $id) {
        id
        ...personFacts_person
      }
    }
  `,
  [personFacts_person],
);

/** Wherever a person is told of. */
const context = {
  additionalTypenames: ['Person', 'PersonContactPoint', 'SearchConnection', 'PersonConnection'],
};

/** What was saved: whether it brought a way to reach them, which waits for a yes. */
export interface Saved {
  readonly hasNewContact: boolean;
}

const names: readonly FactName[] = [
  'givenName',
  'familyName',
  'contactPoints',
  'languages',
  'areas',
  'topics',
  'willingness',
];

/**
 * Redigere person. Sends what differs from what was read. Where somebody has changed other fields meanwhile, both stand; where they changed
 * the same, both are shown, and nothing is chosen for anybody.
 */
export function EditPersonForm({
  person,
  onSaved,
  onCancel,
}: {
  person: FragmentOf<typeof personFacts_person>;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
}) {
  const { formatMessage } = useIntl();
  const client = useClient();
  const words = useFactWords();
  const offerUndo = useOfferUndoOf();
  const [, edit] = useMutation(EditPerson_mutation);
  // What was read to begin with: it goes on standing in the fields when the page is read anew.
  const [first] = useState(readFragment(personFacts_person, person));
  const [known, setKnown] = useState(first);
  const [inConflict, setInConflict] = useState<readonly FactName[]>([]);
  const [typed, setTyped] = useState<TypedFacts | null>(null);

  async function submit(values: FormData): Promise<Problem | null> {
    const mine = typedFacts(values);
    const given = { first: factsOf(first), reason: String(values.get('reason')) || null };
    const isChosen = (name: FactName) => !inConflict.includes(name) || isMine(values, name);
    const chosen = names.filter((name) => !isSameFact(name, mine, given.first) && isChosen(name));
    return save(known, chosen, mine, given.reason);
  }

  async function save(
    now: Facts,
    chosen: readonly FactName[],
    mine: TypedFacts,
    reason: string | null,
  ): Promise<Problem | null> {
    if (!chosen.length) {
      onSaved({ hasNewContact: false });
      return null;
    }
    const changes = Object.fromEntries(chosen.map((name) => [name, mine[name]]));
    const points = changes['contactPoints'] && pointsBeside(mine, now, first);
    const input = {
      id: now.id,
      expectedVersion: now.version,
      ...changes,
      ...(points && { contactPoints: points }),
      reason,
    };
    const { data, error } = await edit({ input }, context);
    if (!error) {
      maskShown();
      const isSaved = data && data.editPerson.version !== now.version;
      const made = data?.editPerson.history.nodes[0];
      if (isSaved) offerUndo(formatMessage({ id: 'person.saved' }, { name: now.name }), made);
      onSaved({
        hasNewContact: chosen.includes('contactPoints') && mine.contactPoints.some(isNewValue),
      });
      return null;
    }
    const problem = toProblem(error);
    if (problem.reason !== 'STALE_VERSION') return problem;
    const { data: read, error: unread } = await client
      .query(PersonToEdit_query, { id: now.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const theirs = read?.person && readFragment(personFacts_person, read.person);
    if (unread || !theirs) return unread ? toProblem(unread) : problem;
    const [before, after] = [factsOf(now), factsOf(theirs)];
    const both = chosen.filter(
      (name) => !isSameFact(name, before, after) && !isSameFact(name, mine, after),
    );
    setKnown(theirs);
    if (!both.length) return save(theirs, chosen, mine, reason);
    setInConflict(both);
    setTyped(mine);
    return {
      code: 'INVALID_INPUT',
      fields: Object.fromEntries(both.map((name) => [`conflict.${name}`, 'CHOOSE_ONE'])),
    };
  }

  return (
    <Form name={`person ${first.id}`} submit={submit} onLeave={onCancel}>
      {typed && (
        <ConflictFields
          conflicts={inConflict.map((name) => ({
            name,
            label: words.label(name),
            mine: words.value(name, typed, known),
            theirs: words.value(name, factsOf(known), known),
          }))}
        />
      )}
      <PersonFields person={first} />
      <FormFoot save={formatMessage({ id: 'person.save' })} />
    </Form>
  );
}

const isNewValue = ({ value }: { value?: string | null }) => Boolean(value);

/** My list beside what has come meanwhile: what is gone is not asked for, and what is new comes last, for nobody has said it should go. */
function pointsBeside(mine: TypedFacts, now: Facts, first: Facts): TypedFacts['contactPoints'] {
  const [there, before] = [now, first].map(
    ({ contactPoints }) => new Set(contactPoints.map(({ id }) => id)),
  );
  const kept = mine.contactPoints.filter(({ id }) => !id || there?.has(id));
  const added = now.contactPoints.filter(({ id }) => !before?.has(id)).map(({ id }) => ({ id }));
  return [...kept, ...added];
}
