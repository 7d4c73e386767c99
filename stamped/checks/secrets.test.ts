import assert from 'node:assert/strict';
import { appendFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { filesOf } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { runScript } from '../scripts/runScript.ts';
import { checkTool } from '../tools/checkTool.ts';

const scan = async (folder: string) =>
  runScript(
    folder,
    [
      await checkTool('gitleaks'),
      'dir',
      '--no-banner',
      '--redact',
      '--verbose',
      '.',
    ],
    {},
  );

for (const { name, answers } of [staging, production]) {
  test(`gitleaks finds nothing in ${name}, and would find a key [H095 M040 T075]`, async t => {
    const folder = await stampRepository(answers);
    t.after(() => rm(folder, { recursive: true }));
    const { code, text } = await scan(folder);
    assert.equal(code, 0, text);
    const key = ['AKIA', 'Z3MN7KQW5RTYB2XC'].join('');
    await appendFile(
      path.join(folder, 'README.md'),
      `\naws_access_key_id = ${key}\n`,
    );
    assert.notEqual((await scan(folder)).code, 0, 'gitleaks looks at nothing');
  });
}

test('accounts and addresses with passwords stand in examples only [M040 R036]', async t => {
  const folder = await stampRepository(staging.answers);
  t.after(() => rm(folder, { recursive: true }));
  const local = /@(localhost|127\.0\.0\.1|db|host|postgres)[:/]/;
  for (const file of await filesOf(folder)) {
    if (/package-lock\.json$|\.example$/.test(file)) continue;
    const text = await readFile(path.join(folder, file), 'utf8');
    for (const [url] of text.matchAll(
      /(?:postgresql\+asyncpg|rediss?):\/\/[^\s"'`{}<>$()]+:[^\s"'`{}<>$()]+@[\w.-]+[:/]/g,
    ))
      assert.match(url, local, file);
  }
  const ignored = await readFile(path.join(folder, '.gitignore'), 'utf8');
  for (const name of ['.env', '*.tfstate', '*.tfvars', 'backups/'])
    assert.ok(ignored.split('\n').includes(name), name);
});
