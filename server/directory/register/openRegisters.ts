import { setTimeout as pause } from 'node:timers/promises';

import type { Configuration } from '#server/configuration.ts';
import { Registers } from './Registers.ts';

/**
 * Åpner registrene. The registers of others as the configuration names them; null where it names none.
 *
 * They hear who asks and how to reach us, as good manners have it.
 */
export function openRegisters(
  {
    registers,
    registerContact,
    publicUrl,
  }: Pick<Configuration, 'registers' | 'registerContact' | 'publicUrl'>,
  clock: () => Date,
): Registers | null {
  if (!registers.brreg && !registers.klass) return null;
  const contact = [publicUrl?.origin, registerContact && `mailto:${registerContact}`]
    .filter(Boolean)
    .join('; ');
  return new Registers(registers, {
    userAgent: contact ? `Samband (+${contact})` : 'Samband',
    clock,
    pause: (milliseconds) => pause(milliseconds),
  });
}
