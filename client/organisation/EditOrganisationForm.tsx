import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useClient, useMutation } from 'urql';

import { useOfferUndoOf } from '#client/access/useOfferUndoOf.ts';
import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { type Problem, toProblem } from '#client/problem.ts';
import { ConflictFields, isMine } from '#client/ui/ConflictFields.tsx';
import { Form } from '#client/ui/Form.tsx';
import { FormFoot } from '#client/ui/FormFoot.tsx';
import { OrganisationFields } from './OrganisationFields.tsx';
import {
  EditOrganisation_mutation,
  type FactName,
  factNames,
  factsOf,
  type Facts,
  isSameFact,
  organisationFacts_organisation,
  type TypedFacts,
  typedFacts,
} from './organisationFacts.ts';
import { useFactWords } from './useFactWords.ts';

export const OrganisationFacts_query = graphql(
  `
    query OrganisationFacts($id: ID!) {
      organisation(id: $id) {
        id
        ...organisationFacts_organisation
      }
    }
  `,
  [organisationFacts_organisation],
);

/** Wherever an organisation is told of. */
export const toldIn = {
  additionalTypenames: [
    'Organisation',
    'OrganisationContactPoint',
    'OrganisationName',
    'SearchConnection',
    'OrganisationConnection',
  ],
};

/**
 * Redigere virksomhet. Sends what differs from what was read. Where somebody has changed other fields meanwhile, both stand; where they
 * changed the same, both are shown, and nothing is chosen for anybody.
 */
export function EditOrganisationForm({
  organisation,
  onSaved,
  onCancel,
}: {
  organisation: FragmentOf<typeof organisationFacts_organisation>;
  onSaved: () => void;
  onCancel: () => void;
}) {
  const { formatMessage } = useIntl();
  const client = useClient();
  const words = useFactWords();
  const offerUndo = useOfferUndoOf();
  const [, edit] = useMutation(EditOrganisation_mutation);
  // What was read to begin with: it goes on standing in the fields when the page is read anew.
  const [first] = useState(readFragment(organisationFacts_organisation, organisation));
  const [known, setKnown] = useState(first);
  const [inConflict, setInConflict] = useState<readonly FactName[]>([]);
  const [typed, setTyped] = useState<TypedFacts | null>(null);

  async function submit(values: FormData): Promise<Problem | null> {
    const mine = typedFacts(values);
    const isChosen = (name: FactName) => !inConflict.includes(name) || isMine(values, name);
    const chosen = factNames.filter(
      (name) => !isSameFact(name, mine, factsOf(first)) && isChosen(name),
    );
    const more = {
      reason: String(values.get('reason')) || null,
      acceptMixedScripts: values.get('acceptMixedScripts') !== null,
    };
    return save(known, chosen, mine, more);
  }

  async function save(
    now: Facts,
    chosen: readonly FactName[],
    mine: TypedFacts,
    more: { reason: string | null; acceptMixedScripts: boolean },
  ): Promise<Problem | null> {
    const wanted = Object.fromEntries(
      chosen.map((name) => [name, besides(name, mine, now, first)]),
    );
    const input = { id: now.id, expectedVersion: now.version, ...wanted, ...more };
    const { data, error } = await edit({ input }, toldIn);
    if (!error) {
      const made = data?.editOrganisation;
      if (made && made.version !== now.version) {
        offerUndo(
          formatMessage({ id: 'organisation.saved' }, { name: mine.name ?? now.name }),
          made.history.nodes[0],
        );
      }
      onSaved();
      return null;
    }
    const problem = toProblem(error);
    if (problem.reason !== 'STALE_VERSION') return problem;
    const { data: read, error: unread } = await client
      .query(OrganisationFacts_query, { id: now.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const theirs = read?.organisation
      ? readFragment(organisationFacts_organisation, read.organisation)
      : null;
    if (unread || !theirs) return unread ? toProblem(unread) : problem;
    const [before, after] = [factsOf(now), factsOf(theirs)];
    const both = chosen.filter(
      (name) => !isSameFact(name, before, after) && !isSameFact(name, mine, after),
    );
    setKnown(theirs);
    if (!both.length) return save(theirs, chosen, mine, more);
    setInConflict(both);
    setTyped(mine);
    return {
      code: 'INVALID_INPUT',
      fields: Object.fromEntries(both.map((name) => [`conflict.${name}`, 'CHOOSE_ONE'])),
    };
  }

  return (
    <Form name={`organisation ${first.id}`} submit={submit} onLeave={onCancel}>
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
      <OrganisationFields organisation={first} />
      <FormFoot save={formatMessage({ id: 'form.save' })} />
    </Form>
  );
}

/** A list of parts beside what has come meanwhile: what is gone is not asked for, and what is new stays, for nobody has said it should go. */
function besides(name: FactName, mine: TypedFacts, now: Facts, first: Facts): unknown {
  if (name !== 'names' && name !== 'contactPoints') return mine[name];
  const [there, before] = [now, first].map((it) => new Set(it[name].map(({ id }) => id)));
  const wanted = (mine[name] ?? []) as readonly { id?: string | null }[];
  const added = ((factsOf(now)[name] ?? []) as readonly { id?: string | null }[]).filter(
    ({ id }) => id && !before?.has(id),
  );
  return [...wanted.filter(({ id }) => !id || there?.has(id)), ...added];
}
