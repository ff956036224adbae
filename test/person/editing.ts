import { Area } from '#schema/vocabulary/Area.ts';
import type { Viewer } from '#server/access/Viewer.ts';
import type { Refusal } from '#test/organisation/correct.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

/** An affiliation as it comes back. */
export interface ToldAffiliation {
  readonly id: string;
  readonly version: number;
  readonly role: string;
  readonly title: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly isPrimary: boolean;
  readonly leavesWithoutContact: boolean;
  readonly viewerMay: { readonly edit: boolean };
  readonly person: { readonly id: string; readonly name: string };
  readonly history: { readonly nodes: readonly { readonly id: string; readonly verb: string }[] };
}

/** A person as they come back. */
export interface ToldPerson {
  readonly id: string;
  readonly version: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly archivedOn: string | null;
  readonly areas: readonly { readonly code: string }[];
  readonly topics: readonly { readonly code: string }[];
  readonly willingness: readonly string[];
  readonly languages: readonly {
    readonly speaks: string | null;
    readonly language: { readonly code: string };
  }[];
  readonly contactPoints: readonly {
    readonly id: string;
    readonly channel: string;
    readonly value: string;
    readonly isMasked: boolean;
    readonly label: string | null;
    readonly position: number;
    readonly audience: string;
    readonly lastWorkedOn: string | null;
  }[];
  readonly affiliations: { readonly nodes: readonly ToldAffiliation[] };
  readonly history: { readonly nodes: readonly { readonly id: string; readonly verb: string }[] };
}

const affiliation = `id version role title since until isPrimary leavesWithoutContact viewerMay { edit } person { id name }
  history(first: 1) { nodes { id verb } }`;
const person = `id version givenName familyName archivedOn areas { code } topics { code } willingness
  languages { speaks language { code } }
  contactPoints { id channel value isMasked label position audience lastWorkedOn }
  affiliations(current: null, first: 20) { nodes { ${affiliation} } } history(first: 1) { nodes { id verb } }`;

const verbs = {
  createPerson: ['CreatePersonInput', person],
  editPerson: ['EditPersonInput', person],
  archivePerson: ['ArchivePersonInput', person],
  restorePerson: ['RestorePersonInput', person],
  startAffiliation: ['StartAffiliationInput', affiliation],
  editAffiliation: ['EditAffiliationInput', affiliation],
  endAffiliation: ['EndAffiliationInput', affiliation],
  handOverRole: ['HandOverRoleInput', `ended { ${affiliation} } started { ${affiliation} }`],
  undoChange: ['UndoChangeInput', 'id version verb'],
} as const;

interface Answers {
  createPerson: ToldPerson;
  editPerson: ToldPerson;
  archivePerson: ToldPerson;
  restorePerson: ToldPerson;
  startAffiliation: ToldAffiliation;
  editAffiliation: ToldAffiliation;
  endAffiliation: ToldAffiliation;
  handOverRole: { readonly ended: ToldAffiliation; readonly started: ToldAffiliation | null };
  undoChange: { readonly id: string; readonly version: number; readonly verb: string };
}

/** Does something to a person or an affiliation, as an editor unless somebody else is named: gives what came back, or why not. */
export async function does<Verb extends keyof Answers>(
  world: World,
  verb: Verb,
  input: Readonly<Record<string, unknown>>,
  viewer: Viewer | null = anEditor(),
): Promise<{ done: Answers[Verb] | undefined; refusal: Refusal | undefined }> {
  const [type, selection] = verbs[verb];
  const { data, errors } = await world.ask<Answers>(
    viewer,
    `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selection} } }`,
    { input },
  );
  return { done: data?.[verb], refusal: errors?.[0]?.extensions as Refusal | undefined };
}

/** The same where it must go well. */
export async function done<Verb extends keyof Answers>(
  ...args: Parameters<typeof does<Verb>>
): Promise<Answers[Verb]> {
  const { done: answer, refusal } = await does<Verb>(...args);
  if (!answer) throw new Error(`${args[1]}: ${JSON.stringify(refusal)}`);
  return answer;
}

export const aKey = (): string => crypto.randomUUID();

/** Oslo and Bergen, and an editor who works in Oslo alone. */
export async function places(world: World) {
  const area = (code: string) => world.em.findOneOrFail(Area, { code });
  const [oslo, bergen] = [await area('0301'), await area('4601')];
  const editor: Viewer = { ...anEditor(), scope: new Set([oslo.number]) };
  return { oslo, bergen, editor };
}
