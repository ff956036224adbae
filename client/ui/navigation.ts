/** Whether the screen now shown was come to by going forward to it, or back to it. */
let wentBack = false;
let isFirstScreen = true;

if (typeof window !== 'undefined') {
  addEventListener('popstate', () => {
    wentBack = true;
    isFirstScreen = false;
  });
  addEventListener('pushState', () => {
    wentBack = false;
    isFirstScreen = false;
  });
}

export const arrival = () => (isFirstScreen ? 'first' : wentBack ? 'back' : 'forward');
