/** Where one is, for coming back to it after the sign-in. */
const here = () => location.pathname + location.search;

/** The way to the sign-in, and back here. */
export const signInAddress = () => `/signin?${new URLSearchParams({ returnTo: here() })}`;

/** The way to signing in anew as the same, and back here. */
export const stepUpAddress = () =>
  `/signin?${new URLSearchParams({ stepUp: 'yes', returnTo: here() })}`;
