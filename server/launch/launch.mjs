// Written so that any Node can read it: an old one should be told so, not stumble.
const [major = 0] = process.versions.node.split('.').map(Number);

if (!(major >= 20)) {
  console.error(
    `Samband needs Node 20 or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
} else {
  void import('./launcher.mjs').then(({ launch }) => launch(process.argv.slice(2)));
}
