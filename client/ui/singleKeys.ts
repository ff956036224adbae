const storageKey = 'samband.singleKeys';

/** Whether single keys are commands on this machine. They can be turned off, as WCAG 2.1.4 asks. */
export const areSingleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
};

export function keepSingleKeys(wanted: boolean): void {
  try {
    localStorage.setItem(storageKey, wanted ? 'on' : 'off');
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
}
