/**
 * Oppstartsfeil. Something foreseen that keeps Samband from starting, told in one sentence with what
 * to do about it. It is shown as it stands, without a stack.
 */
export class LaunchProblem extends Error {
  override name = 'LaunchProblem';
}
