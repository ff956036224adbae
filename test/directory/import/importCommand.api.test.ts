import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Register } from '#test/launch/Register.ts';
import { runToEnd } from '#test/launch/Running.ts';
import { testSecret } from '#test/support/database.ts';

test('a file is imported from the command line: told first, done when one says so, with what was refused beside it', async () => {
  await using register = await Register.open();
  const folder = mkdtempSync(join(tmpdir(), 'samband-import-'));
  const settings = {
    DATABASE_URL: register.ownerUrl,
    SAMBAND_KEY: testSecret.toString('hex'),
    SAMBAND_DEMO: 'on',
  };
  const file = join(folder, 'lag.csv');
  const mapping = join(folder, 'kolonner.json');
  const run = (...more: string[]) => runToEnd(['samband', 'import', ...more], settings);
  const there = () =>
    register.figure("select count(*) from change where verb = 'applyImport' and by_id is null");
  try {
    writeFileSync(file, 'Lag;Sted;Hvor vi møtes\nEn;Oslo;Kafeen\nTo;Utopia;\n');
    writeFileSync(
      mapping,
      '{"Lag": "name", "Sted": "seat", "Hvor vi møtes": {"field": "meetingPlace", "policy": "overwrite"}}',
    );

    const dry = await run(file, '--mapping', mapping, '--dry-run');
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.output).toContain('1 to add, 0 to change, 0 already there, 1 refused.');
    expect(dry.output).toContain('Nothing was written.');
    expect(await there()).toBe(0);
    expect(readFileSync(join(folder, 'lag.refused.csv'), 'utf8')).toBe(
      '\ufeffLag;Sted;Hvor vi møtes;line;reason\r\nTo;Utopia;;3;Sted: The register does not know this.\r\n',
    );

    // Nobody is there to say yes.
    expect((await run(file)).code).toBe(1);
    expect(await there()).toBe(0);

    const done = await run(file, '--mapping', mapping, '--yes');
    expect(done).toMatchObject({ code: 0 });
    expect(done.output).toContain('1 organisations were added and 0 changed, in batch ');
    expect(await there()).toBe(1);

    const wrong = await run(join(folder, 'ingen.csv'));
    expect(wrong.code).toBe(1);
    expect(wrong.complaint).toMatch(/ingen\.csv cannot be read/);
    writeFileSync(file, '%PDF-1.7');
    const pdf = await run(file);
    expect(pdf.code).toBe(1);
    expect(pdf.complaint).toContain('This is not a spreadsheet that we can read.');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
