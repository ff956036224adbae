import type { Command } from 'commander';

import { LaunchProblem } from '#server/launch/LaunchProblem.ts';
import { things } from './opened.ts';
import { answer } from './say.ts';

async function doctor(): Promise<void> {
  const { examine } = await import('#server/launch/doctor.ts');
  const findings = await examine(process.env, things);
  for (const { isWell, what } of findings) answer(`${isWell ? '✓' : '✗'} ${what}`);
  const ill = findings.filter(({ isWell }) => !isWell).length;
  if (ill > 0)
    throw new LaunchProblem(ill === 1 ? 'One thing to see to.' : `${ill} things to see to.`);
  answer('All is well.');
}

/** Ser etter hva som er galt. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Look for what keeps Samband from working, and say what to do about it.')
    .action(doctor);
}
