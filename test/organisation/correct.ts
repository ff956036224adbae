import type { Viewer } from '#server/access/Viewer.ts';
import { anEditor } from '#test/support/viewers.ts';
import type { World } from '#test/support/world.ts';

/** An organisation as it comes back. */
export interface Corrected {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly contactPoints: readonly {
    readonly id: string;
    readonly value: string;
    readonly lastWorkedOn: string | null;
    readonly bouncedOn: string | null;
  }[];
}

/** What CONFLICT tells of a change. */
export interface Told {
  readonly field: string;
  readonly part: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly by: string | null;
  readonly at: string;
  readonly verb: string;
  readonly reason: string | null;
  readonly version: number;
}

/** A refusal, as its extensions tell of it. */
export interface Refusal {
  readonly code?: string;
  readonly reason?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly version?: number;
  readonly changes?: readonly Told[];
}

export const correctOrganisation = `mutation ($input: CorrectOrganisationInput!) {
  correctOrganisation(input: $input) { id version name contactPoints { id value lastWorkedOn bouncedOn } }
}`;

/** Corrects an organisation, as an editor unless somebody else is named: gives what came back, or why not. */
export async function correct(
  world: World,
  input: Readonly<Record<string, unknown>>,
  viewer: Viewer | null = anEditor(),
): Promise<{
  corrected: Corrected | undefined;
  refusal: Refusal | undefined;
  message: string | undefined;
}> {
  const { data, errors } = await world.ask<{ correctOrganisation: Corrected }>(
    viewer,
    correctOrganisation,
    { input: { expectedVersion: 1, ...input } },
  );
  return {
    corrected: data?.correctOrganisation,
    refusal: errors?.[0]?.extensions as Refusal | undefined,
    message: errors?.[0]?.message,
  };
}
