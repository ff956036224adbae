// Runs before the first paint, so that whoever chose dark is not met by a white flash.
try {
  document.documentElement.dataset.colorScheme =
    localStorage.getItem('samband.appearance') || 'auto';
} catch {
  document.documentElement.dataset.colorScheme = 'auto';
}

// Paper is white: printing is done in light, whatever the screen has.
let onScreen = 'auto';
addEventListener('beforeprint', () => {
  onScreen = document.documentElement.dataset.colorScheme ?? 'auto';
  document.documentElement.dataset.colorScheme = 'light';
});
addEventListener('afterprint', () => {
  document.documentElement.dataset.colorScheme = onScreen;
});
