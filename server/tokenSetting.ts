import { z } from 'zod';

/** What opens a door to a machine. */
export const token = z
  .string()
  .refine(
    (text) => /^[\w~+/=.-]{32,200}$/.test(text),
    'must be 32 characters or more, without spaces: "openssl rand -hex 32" makes them',
  );
