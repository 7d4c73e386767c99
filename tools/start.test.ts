import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { serve } from '../sandbox/src/__testUtils__/serve.ts';
import { StubProgram } from '../sandbox/src/__testUtils__/StubProgram.ts';
import { printed } from '../sandbox/src/__testUtils__/printed.ts';
import { testSettings } from '../sandbox/src/__testUtils__/testSettings.ts';
import { until } from '../sandbox/src/__testUtils__/until.ts';
import { withPath } from '../sandbox/src/__testUtils__/withPath.ts';
import { awsEnvironment } from '../sandbox/src/aws/awsPart.ts';
import { kubernetesProgram } from '../sandbox/src/builds/kubernetesPrograms.ts';
import { PartProcess } from '../sandbox/src/parts/PartProcess.ts';
import { readLiveProcess } from '../sandbox/src/processes/ProcessIdentity.ts';
import type { PortName, Settings } from '../sandbox/src/settings.ts';

/** An empty sandbox whose ports are all free ones. */
async function freeSettings(t: TestContext): Promise<Settings> {
  const settings = await testSettings(t);
  const names = Object.keys(settings.ports) as PortName[];
  const servers = [...names, 'portal'].map(() =>
    createServer().listen(0, '127.0.0.1'),
  );
  await Promise.all(servers.map(server => once(server, 'listening')));
  const free = servers.map(server => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  const ports = { ...settings.ports };
  for (const [index, name] of names.entries()) ports[name] = free[index];
  const root = await checkout(t, settings);
  return { ...settings, root, ports, portalPort: free[names.length] };
}

/** The programs' pins as they are, and pages that are built at once. */
async function checkout(t: TestContext, settings: Settings): Promise<string> {
  const root = path.join(settings.state, '..', 'checkout');
  await mkdir(path.join(root, 'packages/app'), { recursive: true });
  for (const name of ['tools', 'sandbox']) {
    await symlink(path.join(settings.root, name), path.join(root, name));
  }
  const bin = path.join(root, 'bin');
  await StubProgram.at(path.join(bin, 'yarn'), 'exit 0');
  withPath(t, bin);
  return root;
}

/** `start` in a process of its own, as a terminal runs it. */
function startIn(t: TestContext, settings: Settings) {
  const script = `import { start } from '${import.meta.dirname}/start.ts';
process.exitCode = await start(JSON.parse(process.argv[1]));`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', script, JSON.stringify(settings)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  t.after(() => child.kill('SIGKILL'));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  // not `exit`, which may come before the last words
  const exit = once(child, 'close') as Promise<[number | null]>;
  return { child, exit, said: () => text };
}

test('Ctrl-C while parts still come up ends those that were started, and says so', async t => {
  const settings = await freeSettings(t);
  // programs that run and never answer
  const kubernetes = await kubernetesProgram(settings, 'etcd');
  await StubProgram.at(kubernetes, 'exec sleep 600');
  const python = path.join(await awsEnvironment.programs(settings), 'python');
  await StubProgram.at(python, 'exec sleep 600');
  // PostgreSQL can't even be prepared
  await mkdir(settings.state, { recursive: true });
  await writeFile(path.join(settings.state, 'postgres'), '');

  const { child, exit, said } = startIn(t, settings);
  const parts = ['etcd', 'aws'].map(name => new PartProcess(settings, name));
  const live = async () =>
    (await Promise.all(parts.map(part => part.find()))).filter(Boolean);
  await until('both parts', async () => (await live()).length === 2);
  child.kill('SIGINT');
  assert.deepEqual(await exit, [130, null]);
  assert.deepEqual(await live(), []);
  assert.match(said(), /Stopping the sandbox/);
  for (const name of await readdir(path.join(settings.state, 'pid'))) {
    const file = path.join(settings.state, 'pid', name);
    assert.equal(await readLiveProcess(file), undefined, name);
  }
});

test('what ran before goes on when the start is broken off', async t => {
  const settings = await freeSettings(t);
  const etcd = await kubernetesProgram(settings, 'etcd');
  await StubProgram.at(etcd, 'exec sleep 600');
  await mkdir(settings.state, { recursive: true });
  await writeFile(path.join(settings.state, 'postgres'), '');
  const python = path.join(await awsEnvironment.programs(settings), 'python');
  await StubProgram.at(python, 'exec sleep 600');
  const aws = new PartProcess(settings, 'aws');
  const env = { PATH: process.env.PATH ?? '' };
  await aws.launch({ program: 'sleep', args: ['600'], env });

  const { child, exit } = startIn(t, settings);
  const started = new PartProcess(settings, 'etcd');
  await until('the start', () => started.find());
  child.kill('SIGINT');
  await exit;
  assert.equal(await started.find(), undefined);
  assert.ok(await aws.find());
});

test('a taken port of the portal is named before anything starts', async t => {
  const { port } = await serve(t, () => [200]);
  const settings = { ...(await testSettings(t)), portalPort: port };
  const { start } = await import('./start.ts');
  await assert.rejects(
    start(settings),
    RegExp(`Port ${port}, which the portal needs.*SOVD_PORTAL_PORT=`),
  );
});

test('a portal that runs already is left alone', async t => {
  const told = printed(t);
  const settings = await testSettings(t);
  await mkdir(settings.state, { recursive: true });
  const portal = new PartProcess(settings, 'portal');
  const env = { PATH: process.env.PATH ?? '' };
  await portal.launch({ program: 'sleep', args: ['600'], env });
  const { start } = await import('./start.ts');
  assert.equal(await start(settings), 0);
  assert.match(told(), /runs already/);
  assert.ok(await portal.find());
});
