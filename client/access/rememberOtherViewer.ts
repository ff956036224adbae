const storageKey = 'samband.otherViewer';

/** Says to the page that comes after this one why it came. */
export function rememberOtherViewer(): void {
  try {
    sessionStorage.setItem(storageKey, 'yes');
  } catch {
    // Then it comes without a word.
  }
}

/** Whether this page came because somebody else had signed in; said once. */
export function wasOtherViewer(): boolean {
  try {
    const isSo = sessionStorage.getItem(storageKey) !== null;
    sessionStorage.removeItem(storageKey);
    return isSo;
  } catch {
    return false;
  }
}
