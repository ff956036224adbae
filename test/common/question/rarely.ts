import fc from 'fast-check';

/** Once in so many times, else null; gone as soon as a failure does not need it. */
export const rarely = <Drawn>(
  arbitrary: fc.Arbitrary<Drawn>,
  times: number,
): fc.Arbitrary<Drawn | null> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: times - 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: arbitrary as fc.Arbitrary<Drawn | null> },
  );
