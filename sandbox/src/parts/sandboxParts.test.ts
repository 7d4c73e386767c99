import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { gitFiles } from '../git/gitConnection.ts';
import { kubernetesFiles } from '../kubernetes/kubernetesFiles.ts';
import { postgresFiles } from '../postgres/connection.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import { inOrder } from './partOrder.ts';
import { sandboxParts, wantedParts } from './sandboxParts.ts';

for (const part of sandboxParts) {
  test(`${part.name} is closed to other machines, its secrets to other users`, async t => {
    process.env.SOMEBODYS_TOKEN = 'token-of-somebody';
    t.after(() => delete process.env.SOMEBODYS_TOKEN);
    const settings = await testSettings(t);
    await StubProgram.at(await kubernetesProgram(settings, 'kubectl'));
    const secret = 'not-to-be-seen';
    const { tokens } = kubernetesFiles(settings);
    const files = [tokens, gitFiles(settings).password];
    for (const file of [...files, postgresFiles(settings).password]) {
      await writeSecret(file, secret);
    }
    const { args, env } = await part.command(settings);
    const words = [...args, ...Object.values(env)].join('\n');
    assert.doesNotMatch(words, /0\.0\.0\.0|\[::\]|=::|not-to-be-seen/);
    assert.ok(!words.includes('token-of-somebody'));
    const addresses = words.match(/(?<=(bind|server)-address=)[^:\n]*/g) ?? [];
    for (const address of addresses) assert.equal(address, '127.0.0.1');
  });
}

test('each port is one part’s', () => {
  const ports = sandboxParts.flatMap(part => part.ports ?? []);
  assert.equal(new Set(ports).size, ports.length);
});

test('beside a person’s own cluster only what isn’t Kubernetes runs', async t => {
  const settings = await testSettings(t);
  assert.equal(wantedParts(settings), sandboxParts);
  const beside = wantedParts({ ...settings, kubeContext: 'mine' });
  assert.deepEqual(
    inOrder(beside)
      .map(({ name }) => name)
      .sort(),
    ['aws', 'git', 'images', 'postgres'],
  );
});
