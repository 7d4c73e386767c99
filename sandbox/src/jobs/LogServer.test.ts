import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { makeSelfSigned } from '../processes/openssl.ts';
import { startLogServer } from './LogServer.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sovd-logs-'));
const file = path.join(folder, '0.log');
let server: Server;
let ready = false;
let open = false;

before(async () => {
  const tls = {
    certificate: path.join(folder, 'server.crt'),
    key: path.join(folder, 'server.key'),
  };
  await makeSelfSigned('localhost', tls);
  const line = (second: number, text: string) =>
    `2026-01-02T03:04:0${second}.000000000Z stdout F ${text}\n`;
  writeFileSync(file, line(1, 'one') + line(2, 'two') + line(3, 'three'));
  server = await startLogServer({
    port: 0,
    tls,
    isReady: () => ready,
    findLog: (namespace, pod, container, previous) =>
      namespace === 'fleet' && pod === 'p' && container === 'c' && !previous
        ? { file, isOpen: () => open }
        : undefined,
  });
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function ask(target: string): Promise<{ status: number; text: string }> {
  const { port } = server.address() as AddressInfo;
  const options = { rejectUnauthorized: false, agent: false };
  return new Promise((resolve, reject) => {
    get(`https://127.0.0.1:${port}${target}`, options, response => {
      let text = '';
      response.setEncoding('utf8').on('data', part => {
        text += part;
        if (text.includes('three')) open = false;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text }),
      );
    }).on('error', reject);
  });
}
const log = '/containerLogs/fleet/p/c';

describe('a container’s log', () => {
  for (const [query, expected] of [
    ['', 'one\ntwo\nthree\n'],
    ['?tailLines=1', 'three\n'],
    ['?tailLines=0', ''],
    ['?sinceTime=2026-01-02T03:04:02Z', 'two\nthree\n'],
    ['?tailLines=1&timestamps=true', '2026-01-02T03:04:03.000000000Z three\n'],
  ]) {
    test(`with ${query || 'no options'}`, async () => {
      assert.deepEqual(await ask(`${log}${query}`), {
        status: 200,
        text: expected,
      });
    });
  }

  test('is followed until the container has ended', async () => {
    open = true;
    const { text } = await ask(`${log}?follow=true`);
    assert.equal(open, false);
    assert.equal(text, 'one\ntwo\nthree\n');
  });

  test('that isn’t here is a 404', async () => {
    for (const target of [`${log}?previous=true`, '/containerLogs/a/b/c']) {
      assert.equal((await ask(target)).status, 404);
    }
  });
});

test('says whether the node takes pods', async () => {
  assert.equal((await ask('/healthz')).status, 503);
  ready = true;
  assert.equal((await ask('/healthz')).status, 200);
});
