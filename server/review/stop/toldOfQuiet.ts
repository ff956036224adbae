import type { FieldChange } from '#server/common/FieldChange.ts';

/** How long an organisation is left alone, as it is noted. */
export interface Quiet {
  readonly objectedOn: string | null;
  readonly pausedUntil: string | null;
}

/** Of a row of `quiet_rule`. */
export const quietColumns = `objected_on::text as "objectedOn", paused_until::text as "pausedUntil"`;

/** What the change log tells of it. */
export const toldOfQuiet = (
  before: Quiet | null | undefined,
  after: Quiet | null | undefined,
): readonly FieldChange[] =>
  (['objectedOn', 'pausedUntil'] as const).flatMap((field) => {
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
