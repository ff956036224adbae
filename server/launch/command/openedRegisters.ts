import type { Configuration } from '#server/configuration.ts';
import { LaunchProblem } from '#server/launch/LaunchProblem.ts';

/** The registers of others, where `setting` says where they are. */
export async function openedRegisters(
  configuration: Configuration,
  setting: 'BRREG_URL' | 'KLASS_URL',
) {
  const { openRegisters } = await import('#server/directory/register/openRegisters.ts');
  const registers = openRegisters(configuration, () => new Date());
  const isSet = setting === 'BRREG_URL' ? registers?.asksBrreg : registers?.asksKlass;
  if (registers && isSet) return registers;
  const usual = {
    BRREG_URL: 'https://data.brreg.no',
    KLASS_URL: 'https://data.ssb.no/api/klass/v1',
  };
  throw new LaunchProblem(
    `${setting} is not set, so nobody is asked: set it to ${usual[setting]}, and REGISTER_CONTACT to an address for those who run it.`,
  );
}

/** Whoever started it can start it again; what was done until then is done. */
export function noAnswer(error: unknown): never {
  const { name } = error as Error;
  if (name !== 'Unreachable' && name !== 'ToldToWait') throw error;
  throw new LaunchProblem(
    'The register does not answer. What was read until now is kept: run it again later, and it goes on from there.',
    { cause: error },
  );
}
