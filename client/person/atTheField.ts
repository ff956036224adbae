import type { Problem } from '#client/problem.ts';

/** A conflict told by its reason, and at the field that it is about, where there is one. */
export function atTheField(problem: Problem, fieldOf: Readonly<Record<string, string>>): Problem {
  const { code, reason } = problem;
  if (code !== 'CONFLICT' || !reason) return problem;
  const field = fieldOf[reason];
  return field
    ? { ...problem, code: 'INVALID_INPUT', fields: { [field]: reason } }
    : { ...problem, code: reason };
}
