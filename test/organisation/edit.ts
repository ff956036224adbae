import type { Viewer } from '#server/access/Viewer.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';
import type { Refusal } from './correct.ts';

/** An organisation as it comes back. */
export interface Edited {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly archivedOn: string | null;
  readonly history: { readonly nodes: readonly { readonly id: string }[] };
}

type Verb =
  | 'editOrganisation'
  | 'createOrganisation'
  | 'archiveOrganisation'
  | 'restoreOrganisation';

export interface Suggesting extends Refusal {
  readonly suggestions?: Readonly<Record<string, readonly { value: string; name: string }[]>>;
}

const documentOf = (verb: Verb) => {
  const type = /^(archive|restore)/.test(verb)
    ? 'ArchiveOrganisation'
    : `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
  return `mutation ($input: ${type}Input!) {
    ${verb}(input: $input) { id version name archivedOn history(first: 1) { nodes { id } } }
  }`;
};

/** Does one of these to an organisation, as an editor unless somebody else is named: gives what came back, or why not. */
export async function edit(
  world: World,
  verb: Verb,
  input: Readonly<Record<string, unknown>>,
  viewer: Viewer | null = anEditor(),
): Promise<{ edited: Edited | undefined; refusal: Suggesting | undefined; changeId: string }> {
  const { data, errors } = await world.ask<Record<Verb, Edited>>(viewer, documentOf(verb), {
    input,
  });
  const edited = data?.[verb];
  return {
    edited,
    refusal: errors?.[0]?.extensions as Suggesting | undefined,
    changeId: edited?.history.nodes[0]?.id ?? '',
  };
}

/** Takes a change back. */
export async function undo(
  world: World,
  changeId: string,
  expectedVersion: number,
  viewer: Viewer = anEditor(),
): Promise<Refusal | undefined> {
  const { errors } = await world.ask(
    viewer,
    'mutation ($input: UndoChangeInput!) { undoChange(input: $input) { id } }',
    { input: { changeId, expectedVersion } },
  );
  return errors?.[0]?.extensions as Refusal | undefined;
}
