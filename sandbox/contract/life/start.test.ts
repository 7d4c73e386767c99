import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { PartProcess } from '../../src/parts/PartProcess.ts';
import { sandboxParts } from '../../src/parts/sandboxParts.ts';
import { readPortalEnvironment } from '../../src/portal/portalEnvironment.ts';
import { runProgram } from '../../src/processes/runProgram.ts';
import { eventually, settings } from '../sandbox.ts';

async function sandbox(command: string): Promise<string> {
  const main = path.join(settings.root, 'sandbox', 'src', 'main.ts');
  return runProgram(process.execPath, [main, command], { timeoutMs: 120_000 });
}

async function processes(): Promise<Record<string, number | undefined>> {
  const entries = await Promise.all(
    sandboxParts.map(async ({ name }) => {
      const found = await new PartProcess(settings, name).find();
      return [name, found?.pid] as const;
    }),
  );
  return Object.fromEntries(entries);
}

test('a second start adopts every part', async () => {
  const before = await processes();
  const output = await sandbox('start');
  assert.deepEqual(await processes(), before);
  assert.equal(output.match(/was up already/g)?.length, sandboxParts.length);
});

for (const name of ['etcd', 'kube-apiserver', 'kwok', 'postgres', 'git']) {
  test(`start heals a killed ${name} and leaves the others alone`, async () => {
    const before = await processes();
    process.kill(before[name] ?? 0, 'SIGKILL');
    await eventually('its end', async () => {
      const now = await processes();
      return now[name] === undefined ? true : undefined;
    });
    await sandbox('start');
    const { [name]: healed, ...others } = await processes();
    const { [name]: killed, ...othersBefore } = before;
    assert.notEqual(healed, undefined);
    assert.notEqual(healed, killed);
    assert.deepEqual(others, othersBefore);
    await sandbox('status');
  });
}

test('what holds a secret can be read by this user only', async () => {
  const files = ['admin.kubeconfig', 'deployer.token', 'portal.env'];
  for (const name of ['.', ...files, 'postgres/password', 'git/password']) {
    const { mode } = await stat(path.join(settings.state, name));
    assert.equal(mode % 0o100, 0, name);
  }
});

test('the portal is told where everything is', async () => {
  const values = await readPortalEnvironment(settings);
  const git = await fetch(`${values.SANDBOX_GIT_URL}/api/healthz`);
  assert.equal(git.status, 200);
  await stat(values.SANDBOX_HELM);
  await stat(values.SANDBOX_KUBECTL);
  await stat(values.SANDBOX_DEPLOYER_TOKEN_FILE);
  const authority = Buffer.from(values.SANDBOX_KUBERNETES_CA_DATA, 'base64');
  assert.match(authority.toString(), /BEGIN CERTIFICATE/);
});
