import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gitConnection, gitOrganization } from '../../src/git/gitConnection.ts';
import { runProgram } from '../../src/processes/runProgram.ts';
import { eventually, settings, uniqueName } from '../sandbox.ts';

const name = uniqueName('contract');
const repository = `${gitOrganization}/${name}`;
let folder: string;
let url: string;
let headers: Record<string, string>;

async function api(method: string, route: string, body?: object) {
  return fetch(`${url}/api/v1${route}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
  });
}

async function git(...args: string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  const who = ['-c', 'user.name=Contract', '-c', 'user.email=c@example.com'];
  return runProgram('git', [...who, ...args], { cwd: folder, env });
}

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-git-'));
  const connection = await gitConnection(settings);
  url = connection.url;
  const { username, password } = connection;
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  headers = {
    authorization: `Basic ${basic}`,
    'content-type': 'application/json',
  };
});

after(async () => {
  await api('DELETE', `/repos/${repository}`);
  await rm(folder, { recursive: true, force: true });
});

test('a pushed repository and its tag can be read without an account', async () => {
  const made = await api('POST', `/orgs/${gitOrganization}/repos`, { name });
  assert.equal(made.status, 201);
  await writeFile(path.join(folder, 'README.md'), '# Contract\n');
  const { password } = await gitConnection(settings);
  const target = new URL(`${url}/${repository}.git`);
  target.username = 'sandbox';
  target.password = password;
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', 'README.md');
  await git('commit', '--quiet', '--message=First');
  await git('tag', 'v1.0.0');
  await git('push', '--quiet', target.href, 'main', 'v1.0.0');
  const text = await eventually('the pushed file', async () => {
    const answer = await fetch(
      `${url}/api/v1/repos/${repository}/raw/README.md?ref=v1.0.0`,
    );
    return answer.ok ? answer.text() : undefined;
  });
  assert.equal(text, '# Contract\n');
  const listed = await git('ls-remote', '--tags', `${url}/${repository}.git`);
  assert.match(listed, /refs\/tags\/v1\.0\.0/);
});

test('a name that is taken is refused', async () => {
  const again = await api('POST', `/orgs/${gitOrganization}/repos`, { name });
  assert.equal(again.status, 409);
});

test('a wrong password is refused', async () => {
  const basic = Buffer.from('sandbox:wrong').toString('base64');
  const answer = await fetch(`${url}/api/v1/user`, {
    headers: { authorization: `Basic ${basic}` },
  });
  assert.equal(answer.status, 401);
});

test("a person's page of the repository comes with its scripts and styles", async () => {
  const page = await fetch(`${url}/${repository}`);
  assert.equal(page.status, 200);
  const html = await page.text();
  const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
    match => match[1],
  );
  assert.ok(assets.some(asset => asset.endsWith('.css')));
  assert.ok(assets.some(asset => asset.endsWith('.js')));
  for (const asset of assets) {
    const answer = await fetch(`${url}${asset}`);
    assert.equal(answer.status, 200, asset);
    assert.ok((await answer.arrayBuffer()).byteLength > 0, asset);
  }
});
