import assert from 'node:assert/strict';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { findChromium } from './findChromium.ts';

it('takes the one that CHROMIUM names', () => {
  assert.equal(
    findChromium({ CHROMIUM: '/opt/chromium', PATH: '' }),
    '/opt/chromium',
  );
});

it('finds an installed one on PATH, and none where there is none', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'chromium-'));
  assert.equal(findChromium({ PATH: folder }), undefined);
  const file = path.join(folder, 'google-chrome');
  await writeFile(file, '');
  assert.equal(findChromium({ PATH: folder }), undefined);
  await chmod(file, 0o755);
  assert.equal(findChromium({ PATH: folder }), file);
});
