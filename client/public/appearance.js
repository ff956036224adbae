// Runs before the first paint, so that whoever chose dark is not met by a white flash.
try {
  document.documentElement.dataset.colorScheme =
    localStorage.getItem('samband.appearance') || 'auto';
} catch {
  document.documentElement.dataset.colorScheme = 'auto';
}
