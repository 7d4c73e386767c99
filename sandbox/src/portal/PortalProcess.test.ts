import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { serve } from '../__testUtils__/serve.ts';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { until } from '../__testUtils__/until.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import { portalEnvironmentFile } from './portalEnvironment.ts';
import { PortalProcess } from './PortalProcess.ts';

/** A checkout whose backend is this script, and a transform that does nothing. */
async function portalOf(t: TestContext, script: string, portalPort = 1) {
  const settings = await testSettings(t);
  const root = path.join(settings.state, 'checkout');
  const backend = path.join(root, 'packages', 'backend');
  const cli = path.join(backend, 'node_modules', '@backstage', 'cli', 'config');
  await mkdir(path.join(backend, 'src'), { recursive: true });
  await mkdir(cli, { recursive: true });
  await writeFile(path.join(cli, 'nodeTransform.cjs'), '');
  const techDocs = path.join(root, 'sandbox', 'techdocs');
  await mkdir(techDocs, { recursive: true });
  await writeFile(path.join(techDocs, 'requirements.txt'), '');
  await writeFile(path.join(backend, 'src', 'index.js'), script);
  await writeSecret(
    portalEnvironmentFile(settings),
    'SANDBOX_GIT_PASSWORD=secret\n',
  );
  const portal = new PortalProcess({ ...settings, root, portalPort });
  return portal;
}

test('it runs with the sandbox’s secrets in its environment, not on its command line', async t => {
  const script = `console.log(process.env.SANDBOX_GIT_PASSWORD, process.argv.join(' '));
setInterval(() => {}, 1000);`;
  const portal = await portalOf(t, script);
  await portal.launch();
  const { message } = await until('its words', async () => {
    const failure = await portal.failure('looked at');
    return failure.message.includes('--config') && failure;
  });
  assert.match(
    message,
    /secret .*--config .*app-config\.yaml --config .*app-config\.sandbox\.yaml/,
  );
  assert.doesNotMatch(message, /--config.*secret/);
  assert.equal(await portal.isLive(), true);
  assert.equal(await portal.stop(), true);
  assert.equal(await portal.isLive(), false);
  assert.equal(await portal.stop(), false);
});

test('it is ready when a guest finds the template', async t => {
  let status = 404;
  const { port, calls } = await serve(t, ({ method }) =>
    method === 'POST'
      ? [200, { backstageIdentity: { token: 'guest' } }]
      : [status, {}],
  );
  const portal = await portalOf(t, 'setInterval(() => {}, 1000)', port);
  await portal.launch();
  let ready = false;
  const waiting = portal.untilReady().then(() => {
    ready = true;
  });
  await until('a second look', () => calls.length > 3);
  assert.equal(ready, false);
  status = 200;
  await waiting;
  assert.equal(calls[1].headers.authorization, 'Bearer guest');
});

test('a portal that ends is told with its last words', async t => {
  const portal = await portalOf(
    t,
    'console.error("no database"); process.exit(1)',
  );
  await portal.launch();
  await assert.rejects(portal.untilReady(), (error: Error) => {
    assert.match(error.message, /^The portal did not come up: it ended/);
    assert.match(error.message, /no database/);
    return true;
  });
});

test('an interruption ends the waiting', async t => {
  const portal = await portalOf(t, 'setInterval(() => {}, 1000)');
  await portal.launch();
  await assert.rejects(portal.untilReady(AbortSignal.abort()), /abort/i);
});
