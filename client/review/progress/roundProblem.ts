import type { CombinedError } from 'urql';

import { type Problem, toProblem } from '#client/problem.ts';

/** What was said no to, at the field of the form that it is about: whom it asks is one choice here, and two in the API. */
export function roundProblem(error: CombinedError): Problem {
  const problem = toProblem(error);
  const { audienceId, search, ...fields } = problem.fields;
  const whom = audienceId ?? search;
  return { ...problem, fields: { ...fields, ...(whom && { whom }) } };
}
