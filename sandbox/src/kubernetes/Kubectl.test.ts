import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { StubProgram } from '../__testUtils__/StubProgram.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { kubernetesProgram } from '../builds/kubernetesPrograms.ts';
import { Kubectl } from './Kubectl.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

async function stubbed(t: TestContext, script: string) {
  const settings = await testSettings(t);
  const file = await kubernetesProgram(settings, 'kubectl');
  const program = await StubProgram.at(file, script);
  return { settings, program };
}

test('it acts as the administrator and keeps its cache in the state', async t => {
  process.env.KUBECONFIG = '/somebody/else';
  t.after(() => delete process.env.KUBECONFIG);
  const { settings, program } = await stubbed(t, 'echo "[$KUBECONFIG]"');
  const files = kubernetesFiles(settings);
  assert.equal(await new Kubectl(settings).run(['get', 'pod']), '[]\n');
  await new Kubectl(settings, '/other.kubeconfig').run(['get', 'pod']);
  const cache = `--cache-dir=${files.kubectlCache}`;
  assert.deepEqual(await program.calls(), [
    ['get', 'pod', `--kubeconfig=${files.adminKubeconfig}`, cache],
    ['get', 'pod', '--kubeconfig=/other.kubeconfig', cache],
  ]);
});

test('objects are applied as one list, server-side', async t => {
  const { settings, program } = await stubbed(t, '/bin/cat > "$0.input"');
  const kubectl = new Kubectl(settings);
  const objects = [{ kind: 'A' }, { kind: 'B' }];
  await kubectl.apply(objects);
  const list = JSON.parse(await readFile(`${program.file}.input`, 'utf8')) as {
    kind: string;
    items: object[];
  };
  assert.equal(list.kind, 'List');
  assert.deepEqual(list.items, objects);
  await kubectl.apply('kind: C');
  assert.equal(await readFile(`${program.file}.input`, 'utf8'), 'kind: C');
  await kubectl.applyFiles(['/one', '/two']);
  const calls = await program.calls();
  for (const call of calls) {
    assert.deepEqual(call.slice(0, 3), [
      'apply',
      '--server-side',
      '--force-conflicts',
    ]);
  }
  assert.deepEqual(calls[0].slice(4, 5), ['--filename=-']);
  assert.deepEqual(calls[2].slice(4, 6), [
    '--filename=/one',
    '--filename=/two',
  ]);
});

test('JSON is read; a refusal carries kubectl’s own words', async t => {
  const script = `[ "$1" = get ] && { echo '{"items":[]}'; exit; }; echo 'no such thing' >&2; exit 1`;
  const { settings, program } = await stubbed(t, script);
  const kubectl = new Kubectl(settings);
  assert.deepEqual(await kubectl.json(['get', 'pod']), { items: [] });
  assert.ok((await program.calls())[0].includes('--output=json'));
  await assert.rejects(kubectl.run(['delete', 'x']), /no such thing/);
});

test('a definition that was only just taken is waited for again', async t => {
  const { settings, program } = await stubbed(
    t,
    '[ -e "$0.again" ] || { : > "$0.again"; echo "error: .status.conditions accessor error: <nil>" >&2; exit 1; }',
  );
  await new Kubectl(settings).untilEstablished(['crd/stages.kwok.x-k8s.io']);
  const calls = await program.calls();
  assert.equal(calls.length, 2);
  assert.ok(calls[1].includes('crd/stages.kwok.x-k8s.io'));
});

test('a definition that never comes to be is an error at once', async t => {
  const { settings, program } = await stubbed(
    t,
    'echo "timed out" >&2; exit 1',
  );
  const waiting = new Kubectl(settings).untilEstablished(['crd/a.b.c']);
  await assert.rejects(waiting, /timed out|code 1/);
  assert.equal((await program.calls()).length, 1);
});
