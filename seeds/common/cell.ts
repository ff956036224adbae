import { z } from 'zod';

import { isLocalDate } from '#schema/common/LocalDate.ts';

// Control characters are what is looked for here.
// oxlint-disable-next-line no-control-regex
const noControl = /^[^\u0000-\u001f\u007f-\u009f]*$/;

const text = z
  .string()
  .regex(noControl, 'holds control characters')
  .refine((value) => value === value.trim(), 'begins or ends with a blank')
  .refine((value) => value === value.normalize('NFC'), 'is not in Unicode NFC');

const filled = text.min(1, 'is empty');
const whole = filled.regex(/^\d{1,9}$/, 'is not a whole number').transform(Number);
const decimal = filled.regex(/^-?\d{1,3}(\.\d+)?$/, 'is not a number of degrees').transform(Number);
const day = filled.refine(isLocalDate, 'is not a day, written YYYY-MM-DD');
const webAddress = filled.regex(/^https?:\/\/\S+$/, 'is not a web address');

/** An empty cell is null. */
const orNull = <Output>(cell: z.ZodType<Output, string>) =>
  z.union([z.literal('').transform(() => null), cell], {
    error: (issue) => {
      const inner = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined;
      return inner?.message;
    },
  });

/** The kinds of cell that the data files have. */
export const cell = {
  text: filled,
  whole,
  decimal,
  day,
  webAddress,
  orNull,
  /** One of the values of an enum, as they stand in the tables. */
  oneOf: <Values extends Record<string, string>>(values: Values) =>
    z.enum(values, { error: `is not one of ${Object.values(values).join(', ')}` }),
  /** Any number of texts with | between. */
  list: text.transform((value) => (value ? value.split('|') : [])),
};
