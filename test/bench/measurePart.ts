import { loadavg } from 'node:os';

import type { OpenThings } from '#server/launch/OpenThings.ts';
import { commitNow } from './commitNow.ts';
import { measureBundle } from './parts/bundle.ts';
import { measureDuplicates } from './parts/duplicates.ts';
import { measureFiles } from './parts/files.ts';
import { measureGrowth } from './parts/growth.ts';
import { measureImport } from './parts/importing.ts';
import { measureLinks } from './parts/links.ts';
import { measureProgress } from './parts/progress.ts';
import { measureReads } from './parts/reads.ts';
import { measureRules } from './parts/rules.ts';
import { measureSearch } from './parts/search.ts';
import { measureStart } from './parts/start.ts';
import { measureTyping } from './parts/typing.ts';
import { measureProfiles } from './parts/profiles.ts';
import {
  type Flags,
  isSized,
  type PartName,
  type SizedPart,
  type UnsizedPart,
} from './readFlags.ts';
import { openRegister, type Register } from './Register.ts';
import { occasionOf, type Results } from './Results.ts';
import { withThings } from './withThings.ts';

type Measure<Measured> = (things: OpenThings, flags: Flags) => Promise<Measured> | Measured;
type MeasureOn<Measured> = (
  register: Register,
  flags: Flags,
  things: OpenThings,
) => Promise<Measured>;

const once: { readonly [Part in UnsizedPart]: Measure<Results[Part]> } = {
  bundle: measureBundle,
  start: measureStart,
  files: measureFiles,
  growth: (things, flags) => measureGrowth(flags, things),
};

const bySize: { readonly [Part in SizedPart]: MeasureOn<Results[Part][string]> } = {
  reads: measureReads,
  search: measureSearch,
  duplicates: measureDuplicates,
  typing: (register, _flags, things) => measureTyping(register, things),
  links: measureLinks,
  progress: measureProgress,
  import: measureImport,
  rules: measureRules,
  profiles: measureProfiles,
};

/** With the register of that size open. */
export const onRegister = <Part>(
  size: number,
  work: (register: Register, things: OpenThings) => Promise<Part>,
) => withThings(async (things) => work(await openRegister(size, things), things));

function measuredOn<Part extends SizedPart>(
  size: number,
  part: Part,
  flags: Flags,
): Promise<Results[Part][string]> {
  const measure: MeasureOn<Results[Part][string]> = bySize[part];
  return onRegister(size, (register, things) => measure(register, flags, things));
}

/** Measures a part and notes when: on no register of its own, or on one of a size. */
export async function measurePart(
  part: PartName,
  size: number | undefined,
  flags: Flags,
  before: Results,
): Promise<Partial<Results>> {
  const occasion = {
    at: new Date().toISOString(),
    commit: await commitNow(),
    load: loadavg()[0] ?? 0,
  };
  const startedAt = performance.now();
  const found = isSized(part)
    ? { ...before[part], [size!]: await measuredOn(size!, part, flags) }
    : await withThings(async (things) => once[part](things, flags));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    [part]: found,
    measured: { ...before.measured, [occasionOf(part, size)]: { ...occasion, seconds } },
  };
}
