import { Children, Fragment, type ReactNode } from 'react';

/** Short facts on one line, told apart. */
export function Series({ children }: { children: ReactNode }) {
  return Children.toArray(children).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && ' · '}
      {part}
    </Fragment>
  ));
}
