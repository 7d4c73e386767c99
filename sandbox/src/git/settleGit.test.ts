import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { test } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { stubGitea } from '../__testUtils__/stubGitea.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { gitAdmin, gitFiles, gitOrganization } from './gitConnection.ts';
import { parseGeneratedPassword, settleGit } from './settleGit.ts';

const script = `echo "generated random password is 'a b#c'"`;

test('administrator and organisation are made once', async t => {
  let known = false;
  const { port, calls } = await serve(t, ({ method }) => {
    if (method === 'POST') known = true;
    return [known ? 200 : 404, {}];
  });
  const settings = await testSettings(t, { git: port });
  const gitea = await stubGitea(settings, script);
  await settleGit(settings);
  await settleGit(settings);

  const [create, ...more] = await gitea.calls();
  assert.deepEqual(more, []);
  assert.ok(create.includes('--random-password'));
  assert.ok(!create.join(' ').includes('a b#c'));
  const { password } = gitFiles(settings);
  assert.equal(await readFile(password, 'utf8'), 'a b#c');
  assert.equal((await stat(password)).mode % 0o1000, 0o600);

  assert.deepEqual(
    calls.map(({ method, target }) => `${method} ${target}`),
    [
      `GET /api/v1/orgs/${gitOrganization}`,
      'POST /api/v1/orgs',
      `GET /api/v1/orgs/${gitOrganization}`,
    ],
  );
  const basic = Buffer.from(`${gitAdmin}:a b#c`).toString('base64');
  assert.equal(calls[1].headers.authorization, `Basic ${basic}`);
  assert.deepEqual(JSON.parse(calls[1].body), {
    username: gitOrganization,
    visibility: 'public',
  });
});

test('a refusal is told with the host’s own words', async t => {
  const { port } = await serve(t, ({ method }) =>
    method === 'GET' ? [404] : [422, 'name is reserved'],
  );
  const settings = await testSettings(t, { git: port });
  await stubGitea(settings, script);
  await assert.rejects(settleGit(settings), /422 name is reserved/);
});

test('without a password in what Gitea prints there is no administrator', () => {
  assert.throws(() => parseGeneratedPassword('user created'), /no password/);
});
